package org.fangxin.duplicate.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fangxin.duplicate.MassProposal;
import org.fangxin.duplicate.store.MassRows;
import org.fangxin.duplicate.store.MassRows.Group;
import org.fangxin.duplicate.store.MassRows.Member;
import org.fangxin.identity.AuditLog;
import org.fangxin.law.Settings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes to ask the complainants of one dispute whether they want a joint complaint (Art. 12): same business, same class of
 * goods or problem, stories alike, different people. Accepted by the joint acts of the case file, one consent at a time.
 */
@Service
public class MassComplaints {
    private final MassRows rows;
    private final StoryNeighbours neighbours;
    private final Settings settings;
    private final AuditLog audit;
    private final InstantSource clock;

    MassComplaints(MassRows rows, StoryNeighbours neighbours, Settings settings, AuditLog audit, InstantSource clock) {
        this.rows = rows;
        this.neighbours = neighbours;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of the agency's own open complaints, the largest first. */
    @Transactional(readOnly = true)
    public List<MassProposal> of(String agency) {
        int from = settings.number("joint.proposeFrom", agency);
        Instant since = clock.instant().minus(Duration.ofDays(settings.number("joint.proposeDays", agency)));
        return rows.groups(agency, since, from).stream()
                .flatMap(group -> proposal(agency, group, rows.members(agency, since, group), from).stream())
                .toList();
    }

    /** What has come in so far is not proposed again. */
    @Transactional
    public void reject(String agency, String merchant, String matter, String reasons, String by) {
        rows.reject(agency, new Group(merchant, matter), reasons, by, clock.instant());
        audit.record("JOINT_PROPOSAL_REJECTED", agency);
    }

    private Optional<MassProposal> proposal(String agency, Group group, List<Member> all, int from) {
        List<Member> alike = neighbours.largest(agency, group, all);
        int people = (int) alike.stream().map(Member::complainant).distinct().count();
        return people < from
                ? Optional.empty()
                : Optional.of(new MassProposal(
                        agency,
                        group.merchant(),
                        alike.getFirst().merchantName(),
                        group.matter(),
                        people,
                        alike.stream()
                                .map(one -> new MassProposal.Member(one.caseNo(), one.receivedAt(), one.summary()))
                                .toList()));
    }
}
