package org.fangxin.casefile.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database has of the cases of one rush: each journal cut into its acts, with the states around them. */
final class StoredActs {
    private static final String SINCE = """
            select id, case_no, candidates, merchant_region, sealed from casefile.case_file where opened_at >= ? order by id""";
    private static final String ACTS = """
            select j.act_id, min(j.seq),
                   (select t.body from casefile.act_text t where t.act_id = j.act_id and t.field = 'note')
              from casefile.journal j where j.case_id = any (?) group by j.act_id""";

    /**
     * What one act wrote to one journal.
     *
     * @param token of the attempt that it came of; null for the opening and for what an act on another case wrote here
     * @param serial where it stands in the journal of all cases: of two acts on a case that both had locked, the earlier is less
     */
    record Group(
            String caseNo,
            String act,
            @Nullable String token,
            long serial,
            List<Journal.Row> rows,
            CaseState before,
            CaseState after) {
        String actor() {
            return first().actorId();
        }

        Instant at() {
            return first().recordedAt();
        }

        private Recorded first() {
            return rows.getFirst().recorded();
        }

        boolean sameActAs(Group other) {
            return act.equals(other.act) && actor().equals(other.actor()) && at().equals(other.at());
        }
    }

    /** A case with its acts in the order of their versions; {@code fault} says why it cannot be read as one. */
    record Case(CaseRows.Head head, boolean sealed, List<Journal.Row> rows, List<Group> groups, String fault) {
        String no() {
            return head.caseNo();
        }

        CaseState end() {
            return groups.getLast().after();
        }

        /** The state just before an act with this serial; empty before the case was there. */
        Optional<CaseState> before(long serial) {
            return groups.stream()
                    .filter(group -> group.serial() < serial)
                    .reduce((first, second) -> second)
                    .map(Group::after);
        }
    }

    private record Act(long serial, @Nullable String token) {}

    private StoredActs() {}

    /** All cases opened since then, by number. */
    static Map<String, Case> since(Instant moment, JdbcClient jdbc, Journal journal) {
        Map<Long, Boolean> sealed = new LinkedHashMap<>();
        List<CaseRows.Head> heads = jdbc.sql(SINCE)
                .param(Timestamp.from(moment))
                .query((rs, n) -> {
                    sealed.put(rs.getLong(1), rs.getBoolean(5));
                    return new CaseRows.Head(
                            rs.getLong(1), rs.getString(2), CaseRows.texts(rs, "candidates"), rs.getString(4));
                })
                .list();
        Map<UUID, Act> acts = new HashMap<>();
        jdbc.sql(ACTS).param(sealed.keySet().toArray(Long[]::new)).query(rs -> {
            acts.put(rs.getObject(1, UUID.class), new Act(rs.getLong(2), rs.getString(3)));
        });
        Map<Long, List<Journal.Row>> journals = journal.readMany(List.copyOf(sealed.keySet()));
        Map<String, Case> cases = new LinkedHashMap<>();
        heads.forEach(head -> cases.put(
                head.caseNo(),
                cut(
                        head,
                        Boolean.TRUE.equals(sealed.get(head.id())),
                        journals.getOrDefault(head.id(), List.of()),
                        acts)));
        return cases;
    }

    private static Case cut(CaseRows.Head head, boolean sealed, List<Journal.Row> rows, Map<UUID, Act> acts) {
        List<Group> groups = new ArrayList<>();
        @Nullable CaseState state = null;
        for (int from = 0, to; from < rows.size(); from = to) {
            UUID act = rows.get(from).actId();
            to = from;
            CaseState before = state;
            while (to < rows.size() && rows.get(to).actId().equals(act)) {
                Recorded recorded = rows.get(to).recorded();
                if (recorded.seq() != to + 1) {
                    return new Case(head, sealed, rows, groups, recorded.seq() + " where " + (to + 1) + " is due");
                }
                try {
                    state = state == null
                            ? Procedures.begin(head.caseNo(), recorded)
                            : Procedures.evolve(state, recorded);
                } catch (RuntimeException impossible) {
                    return new Case(head, sealed, rows, groups, recorded.seq() + " does not follow: " + impossible);
                }
                to++;
            }
            Act known = java.util.Objects.requireNonNull(acts.get(act));
            groups.add(new Group(
                    head.caseNo(),
                    rows.get(from).act(),
                    known.token(),
                    known.serial(),
                    List.copyOf(rows.subList(from, to)),
                    before == null ? java.util.Objects.requireNonNull(state) : before,
                    java.util.Objects.requireNonNull(state)));
        }
        return new Case(head, sealed, rows, groups, rows.isEmpty() ? "no journal" : "");
    }
}
