package org.fangxin.abuse.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.casefile.CaseHistory.Told;
import org.fangxin.casefile.RefusalGround;
import org.fangxin.casefile.entry.Entry;

/** What a finding can have led to, as the journal tells it. Pure. */
final class Effects {
    private Effects() {}

    /** Whether the refusal that stands names the ground to which the factors of Art. 17 belong. */
    static boolean refusedAsNoConsumer(List<Told> told) {
        boolean refused = false;
        for (Told one : told) {
            switch (one.recorded().entry()) {
                case Entry.Refused by ->
                    refused = by.grounds().stream()
                            .anyMatch(ground -> ground.code().equals(RefusalGround.NOT_CONSUMER_OR_NO_DISPUTE.name()));
                case Entry.DecisionRevoked ignored -> refused = false;
                default -> {
                    // changes nothing about it
                }
            }
        }
        return refused;
    }

    /** Who decided the complaint: refused or accepted it. */
    static Set<String> deciders(List<Told> told) {
        return told.stream()
                .map(Told::recorded)
                .filter(one -> one.entry() instanceof Entry.Refused || one.entry() instanceof Entry.Accepted)
                .map(one -> one.actorId())
                .collect(Collectors.toSet());
    }
}
