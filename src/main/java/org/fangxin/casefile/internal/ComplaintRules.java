package org.fangxin.casefile.internal;

import java.util.List;
import java.util.stream.Stream;
import org.fangxin.casefile.ActRule;

/** The acts of a complaint, in the order in which a desk shows them. */
final class ComplaintRules {
    static final List<ActRule> ALL = Stream.of(
                    KindRules.ALL,
                    MaterialRules.ALL,
                    AcceptanceRules.ALL,
                    ClearanceRules.ALL,
                    MediationRules.ALL,
                    SessionRules.ALL,
                    RoomRules.ALL,
                    SettlementRules.ALL,
                    PerformanceRules.ALL,
                    TerminationRules.ALL,
                    NoticeRules.ALL,
                    AppraisalRules.ALL,
                    RecusalRules.ALL,
                    EntrustingRules.ALL,
                    AgentRules.ALL,
                    JointRules.ALL,
                    DuplicateRules.ALL,
                    ClueRules.ALL,
                    GreenRules.ALL,
                    FileRules.ALL,
                    CorrectionRules.ALL,
                    FileNoteRules.ALL)
            .flatMap(List::stream)
            .toList();

    private ComplaintRules() {}
}
