package org.fangxin.casefile.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;

/** Cases that come out of another one. A report never takes the complainant along (Art. 37). */
final class Openings {
    private Openings() {}

    /** A case of the same holder; the law is that of its own receipt. */
    static Decision.Opening of(
            CaseState state, String placeholder, Kind kind, String source, Instant receivedAt, World world) {
        Entry.Received received = new Entry.Received(
                kind,
                state.agency(),
                receivedAt,
                world.statutes().lawOf(Dates.day(receivedAt)),
                state.channel(),
                source,
                state.caseNo(),
                parties(state, kind),
                List.of(),
                topics(state),
                false,
                false);
        return new Decision.Opening(placeholder, kind, received, kind != Kind.REPORT);
    }

    /** What it is about goes along: other laws attach to it. Whether the person gave a real name does not (Art. 37). */
    private static List<String> topics(CaseState state) {
        return state.report().topics().stream()
                .filter(topic -> !topic.equals("REAL_NAME"))
                .sorted()
                .toList();
    }

    private static List<Entry.Party> parties(CaseState state, Kind kind) {
        List<Entry.Party> parties = new ArrayList<>();
        for (Map.Entry<String, PartyRole> party : state.parties().entrySet()) {
            switch (party.getValue()) {
                case COMPLAINANT, REPORTER, ASKER -> {
                    if (kind != Kind.REPORT) {
                        PartyRole role = kind == Kind.COMPLAINT ? PartyRole.COMPLAINANT : PartyRole.ASKER;
                        parties.add(new Entry.Party(party.getKey(), role));
                    }
                }
                case RESPONDENT, REPORTED ->
                    parties.add(new Entry.Party(
                            party.getKey(), kind == Kind.REPORT ? PartyRole.REPORTED : PartyRole.RESPONDENT));
                case AGENT -> {}
            }
        }
        return parties;
    }
}
