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
import org.jspecify.annotations.Nullable;

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
                source(state, kind, source),
                link(state, kind, source),
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

    /** What came of a report looks as if it had come by itself (Art. 9, 37). */
    static String source(CaseState state, Kind kind, String source) {
        return outOfReport(state, kind) ? "SUBMISSION" : source;
    }

    /**
     * The number of the first file, where the new one may know it: never that of a report outside one, and never that of
     * a file that is sealed because it was a report all along.
     */
    static @Nullable String link(CaseState state, Kind kind, String source) {
        boolean sealed = kind == Kind.REPORT && (source.equals("RECLASSIFIED") || source.equals("CONVERTED"));
        return sealed || outOfReport(state, kind) ? null : state.caseNo();
    }

    private static boolean outOfReport(CaseState state, Kind kind) {
        return state.kind() == Kind.REPORT && kind != Kind.REPORT;
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
