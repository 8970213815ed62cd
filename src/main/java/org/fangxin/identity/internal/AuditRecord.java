package org.fangxin.identity.internal;

import java.time.Instant;

/**
 * One record of the audit log.
 *
 * @param seq its number, without gaps from 1
 * @param actor id of the person or program, or {@code system}, or empty when nobody is known
 * @param outcome {@code OK}, {@code FAILED} or {@code LOCKED}
 * @param origin network address of a sign-in; empty otherwise
 * @param link the keyed fingerprint over the record before and this one
 */
public record AuditRecord(
        long seq,
        Instant at,
        String actor,
        String agencyCode,
        String action,
        String subject,
        String outcome,
        String detail,
        String origin,
        String link) {

    /** What the link protects: every member, so that none can slip into its neighbour. */
    String content() {
        StringBuilder content = new StringBuilder().append(seq).append('|').append(at.getEpochSecond());
        content.append('.').append(at.getNano());
        for (String part : new String[] {actor, agencyCode, action, subject, outcome, detail, origin}) {
            content.append('|').append(part.length()).append(':').append(part);
        }
        return content.toString();
    }

    AuditRecord linked(String newLink) {
        return new AuditRecord(seq, at, actor, agencyCode, action, subject, outcome, detail, origin, newLink);
    }
}
