package org.fangxin.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What only a complaint knows. Immutable.
 *
 * @param course its main line: acceptance, end, letter, performance
 * @param mediation consents, sessions, recusal, entrusting
 * @param appraisal appraisal or testing under Art. 22
 * @param joint several complainants under Art. 12
 * @param agents agent's party id → power of attorney under Art. 11
 * @param material what was asked of the complainant and how the identity check ended
 * @param green talks with the merchant before an agency had it
 * @param agreement what was agreed in mediation, point by point, and what became of it
 */
public record ComplaintFacts(
        Course course,
        Mediation mediation,
        Appraisal appraisal,
        Joint joint,
        Map<String, Power> agents,
        Material material,
        Green green,
        Agreement agreement) {
    public static final ComplaintFacts NONE = new ComplaintFacts(
            Course.NONE,
            Mediation.NONE,
            Appraisal.NONE,
            Joint.NONE,
            Map.of(),
            Material.NONE,
            Green.NONE,
            Agreement.NONE);

    public ComplaintFacts {
        agents = Collections.unmodifiableMap(new TreeMap<>(agents));
    }

    /**
     * The main line.
     *
     * @param decidedAt when the last decision fell: refusal, termination, agreement, withdrawal
     * @param ground the termination's ground and sub-code, e.g. {@code WITHDRAWN_OR_SETTLED}
     * @param letter MADE, WAIVED_BY_BOTH, PERFORMED_AT_ONCE or NOT_ON_SITE once an agreement is reached (Art. 24)
     * @param letterIssued signed, sealed and handed to both sides
     */
    public record Course(
            @Nullable Instant acceptedAt,
            @Nullable Instant decidedAt,
            @Nullable String ground,
            @Nullable String sub,
            @Nullable String letter,
            boolean letterIssued) {
        static final Course NONE = new Course(null, null, null, null, null, false);

        public Course accepted(Instant at) {
            return new Course(at, null, null, null, null, false);
        }

        public Course decided(Instant at) {
            return new Course(acceptedAt, at, null, null, null, false);
        }

        public Course terminated(Instant at, String why, @Nullable String more) {
            return new Course(acceptedAt, at, why, more, null, false);
        }

        public Course agreed(Instant at, String letterCode) {
            return new Course(acceptedAt, at, null, null, letterCode, false);
        }

        public Course issued() {
            return new Course(acceptedAt, decidedAt, ground, sub, letter, true);
        }

        /** The last decision is void; an acceptance stands. */
        public Course revoked() {
            return new Course(acceptedAt, null, null, null, null, false);
        }

        /** Ended by the parties' own settlement after acceptance. */
        public boolean selfSettled() {
            return "SELF_SETTLED".equals(sub);
        }
    }

    /** Whether a side wants mediation (Art. 18). */
    public enum Consent {
        UNKNOWN,
        YES,
        NO
    }

    /** One session, planned or held. */
    public record Session(Instant at, String mode, Set<PartyRole> absent) {
        public Session {
            absent = Set.copyOf(absent);
        }
    }

    /**
     * Mediation and what hangs on it.
     *
     * @param recusalAsked mediators whose recusal was asked and not yet decided (Art. 21)
     * @param entrustedTo the body that mediates in the agency's name, or null (Art. 19)
     * @param entrustedUntil the last day of its trust
     */
    public record Mediation(
            Consent complainant,
            Consent respondent,
            List<Session> scheduled,
            List<Session> held,
            Set<String> recusalAsked,
            @Nullable String entrustedTo,
            @Nullable LocalDate entrustedUntil) {
        static final Mediation NONE =
                new Mediation(Consent.UNKNOWN, Consent.UNKNOWN, List.of(), List.of(), Set.of(), null, null);

        public Mediation {
            scheduled = List.copyOf(scheduled);
            held = List.copyOf(held);
            recusalAsked = Set.copyOf(recusalAsked);
        }

        public Consent of(PartyRole side) {
            return side == PartyRole.RESPONDENT ? respondent : complainant;
        }

        public boolean bothWant() {
            return complainant == Consent.YES && respondent == Consent.YES;
        }

        public Mediation wants(PartyRole side, Consent answer) {
            return side == PartyRole.RESPONDENT
                    ? new Mediation(complainant, answer, scheduled, held, recusalAsked, entrustedTo, entrustedUntil)
                    : new Mediation(answer, respondent, scheduled, held, recusalAsked, entrustedTo, entrustedUntil);
        }

        public Mediation planned(Session session) {
            return new Mediation(
                    complainant, respondent, plus(scheduled, session), held, recusalAsked, entrustedTo, entrustedUntil);
        }

        public Mediation held(Session session) {
            return new Mediation(
                    complainant, respondent, scheduled, plus(held, session), recusalAsked, entrustedTo, entrustedUntil);
        }

        public Mediation asking(Set<String> recusals) {
            return new Mediation(complainant, respondent, scheduled, held, recusals, entrustedTo, entrustedUntil);
        }

        public Mediation entrusted(@Nullable String body, @Nullable LocalDate until) {
            return new Mediation(complainant, respondent, scheduled, held, recusalAsked, body, until);
        }

        /** The session planned last, moved. */
        public Mediation moved(Session to) {
            List<Session> before = scheduled.isEmpty() ? scheduled : scheduled.subList(0, scheduled.size() - 1);
            return new Mediation(
                    complainant, respondent, plus(before, to), held, recusalAsked, entrustedTo, entrustedUntil);
        }

        /** Whether a session is planned that was not held since. */
        public boolean awaited() {
            return !scheduled.isEmpty()
                    && held.stream()
                            .noneMatch(one ->
                                    !one.at().isBefore(scheduled.getLast().at()));
        }

        private static List<Session> plus(List<Session> sessions, Session one) {
            return Stream.concat(sessions.stream(), Stream.of(one)).toList();
        }
    }

    /** Appraisal or testing: proposed, body and cost settled, running since {@code commissionedOn}. */
    public record Appraisal(
            boolean proposed,
            @Nullable String body,
            boolean costAgreed,
            @Nullable LocalDate commissionedOn,
            boolean running) {
        static final Appraisal NONE = new Appraisal(false, null, false, null, false);

        public Appraisal propose() {
            return new Appraisal(true, null, false, null, false);
        }

        public Appraisal at(String institution) {
            return new Appraisal(proposed, institution, costAgreed, commissionedOn, running);
        }

        public Appraisal paid() {
            return new Appraisal(proposed, body, true, commissionedOn, running);
        }

        public Appraisal commissioned(LocalDate on) {
            return new Appraisal(proposed, body, costAgreed, on, true);
        }

        /** Result received or given up: a new one may be proposed. */
        public Appraisal over() {
            return new Appraisal(false, null, false, commissionedOn, false);
        }
    }

    /**
     * A joint complaint.
     *
     * @param asked complainants asked to join
     * @param agreed those who agreed
     * @param consents matter → represented persons who consented to it
     */
    public record Joint(
            List<String> asked, Set<String> agreed, List<String> representatives, Map<String, Set<String>> consents) {
        static final Joint NONE = new Joint(List.of(), Set.of(), List.of(), Map.of());

        public Joint {
            asked = List.copyOf(asked);
            agreed = Set.copyOf(agreed);
            representatives = List.copyOf(representatives);
            consents = Map.copyOf(consents);
        }

        /** Those whom the representatives bind only with their consent (Art. 12). */
        public List<String> represented() {
            return asked.stream().filter(id -> !representatives.contains(id)).toList();
        }

        public boolean consented(String matter) {
            return consents.getOrDefault(matter, Set.of()).containsAll(represented());
        }

        /** One more is asked. */
        public Joint asking(String partyId) {
            List<String> more =
                    Stream.concat(asked.stream(), Stream.of(partyId)).distinct().toList();
            return new Joint(more, agreed, representatives, consents);
        }

        public Joint with(Set<String> agreeing) {
            return new Joint(asked, agreeing, representatives, consents);
        }

        public Joint without(String partyId) {
            return new Joint(
                    minus(asked, partyId),
                    Set.copyOf(minus(agreed, partyId)),
                    minus(representatives, partyId),
                    consents);
        }

        public Joint represented(List<String> by) {
            return new Joint(asked, agreed, by, consents);
        }

        public Joint consenting(String matter, Set<String> who) {
            Map<String, Set<String>> next = new TreeMap<>(consents);
            next.put(matter, who);
            return new Joint(asked, agreed, representatives, next);
        }

        private static List<String> minus(Collection<String> ids, String one) {
            return ids.stream().filter(id -> !id.equals(one)).toList();
        }
    }

    /** A power of attorney: {@code powers} as in the entry, in force through {@code validTo}. */
    public record Power(Set<String> powers, LocalDate validTo, boolean originalSeen, boolean idSeen) {
        public Power {
            powers = Set.copyOf(powers);
        }

        public boolean papersComplete() {
            return originalSeen && idSeen;
        }
    }

    /**
     * @param requested items asked for and not supplied since
     * @param until the day by which they were asked, or null
     * @param everRequested items ever asked for
     * @param identity MATCHED, MISMATCHED, REFUSED, IMPERSONATION or null
     */
    public record Material(
            Set<String> requested,
            @Nullable LocalDate until,
            Set<String> everRequested,
            @Nullable String identity) {
        static final Material NONE = new Material(Set.of(), null, Set.of(), null);

        public Material {
            requested = Set.copyOf(requested);
            everRequested = Set.copyOf(everRequested);
        }

        public Material checked(String result) {
            return new Material(requested, until, everRequested, result);
        }
    }

    /** The member merchant it was routed to, or null, and whether it answered. */
    public record Green(@Nullable String member, boolean responded) {
        static final Green NONE = new Green(null, false);
    }

    public ComplaintFacts with(Agreement next) {
        return new ComplaintFacts(course, mediation, appraisal, joint, agents, material, green, next);
    }

    public ComplaintFacts with(Course next) {
        return new ComplaintFacts(next, mediation, appraisal, joint, agents, material, green, agreement);
    }

    public ComplaintFacts with(Mediation next) {
        return new ComplaintFacts(course, next, appraisal, joint, agents, material, green, agreement);
    }

    public ComplaintFacts with(Appraisal next) {
        return new ComplaintFacts(course, mediation, next, joint, agents, material, green, agreement);
    }

    public ComplaintFacts with(Joint next) {
        return new ComplaintFacts(course, mediation, appraisal, next, agents, material, green, agreement);
    }

    public ComplaintFacts withAgents(Map<String, Power> next) {
        return new ComplaintFacts(course, mediation, appraisal, joint, next, material, green, agreement);
    }

    public ComplaintFacts with(Material next) {
        return new ComplaintFacts(course, mediation, appraisal, joint, agents, next, green, agreement);
    }

    public ComplaintFacts with(Green next) {
        return new ComplaintFacts(course, mediation, appraisal, joint, agents, material, next, agreement);
    }
}
