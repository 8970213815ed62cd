package org.fangxin.casefile.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.store.StoredActs.Case;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case's chain, numbers without gap, and its row: what it says is what the journal tells. */
final class RowsHeld {
    private static final int DIGITS = 4;

    private final ChainCheck chain;
    private final JdbcClient owner;
    private final Breaks breaks;

    RowsHeld(ChainCheck chain, JdbcClient owner, Breaks breaks) {
        this.chain = chain;
        this.owner = owner;
        this.breaks = breaks;
    }

    void hold(Case one) {
        if (!one.fault().isEmpty()) {
            breaks.broken("the versions of a journal do not follow one another", one.no() + " " + one.fault());
            return;
        }
        chain.check(one.head())
                .ifPresent(fault -> breaks.broken("the chain or the row does not fit: " + fault.what(), one.no()));
        List<String> wanted = told(one.end());
        List<String> row = owner.sql("""
                        select version, stage, agency_code, handlers, recused, flags, seen_by, open_duties,
                               floor(extract(epoch from closed_at))::bigint
                          from casefile.case_file where id = ?""")
                .param(one.head().id())
                .query((rs, n) -> {
                    List<String> said = new ArrayList<>();
                    said.add(rs.getString(1));
                    said.add(rs.getString(2));
                    said.add(rs.getString(3));
                    for (String column : List.of("handlers", "recused", "flags", "seen_by")) {
                        said.add(new TreeSet<>(CaseRows.texts(rs, column)).toString());
                    }
                    said.add(rs.getString(8));
                    said.add(String.valueOf(rs.getString(9)));
                    return said;
                })
                .single();
        if (!row.equals(wanted)) {
            breaks.broken("a row says something else than its journal", one.no() + " " + row + " not " + wanted);
        }
    }

    private static List<String> told(CaseState state) {
        return List.of(
                Long.toString(state.seq()),
                state.stage().name(),
                state.agency(),
                new TreeSet<>(state.handlers()).toString(),
                new TreeSet<>(state.recused()).toString(),
                new TreeSet<>(state.flags().stream().map(Flag::name).toList()).toString(),
                new TreeSet<>(state.holding().seenBy()).toString(),
                Integer.toString(state.duties().open().size()),
                state.closedAt() == null
                        ? "null"
                        : Long.toString(state.closedAt().getEpochSecond()));
    }

    /** One count for an agency, a day and a kind, from one up to the last that was given, none left out. */
    void numbers() {
        TreeMap<String, TreeSet<Integer>> given = new TreeMap<>();
        owner.sql("select case_no from casefile.case_file")
                .query(String.class)
                .list()
                .forEach(no -> {
                    int digits = no.length() - DIGITS;
                    given.computeIfAbsent(no.substring(0, digits), _ -> new TreeSet<>())
                            .add(Integer.valueOf(no.substring(digits)));
                });
        given.forEach((prefix, numbers) -> {
            if (numbers.first() != 1 || numbers.last() != numbers.size()) {
                breaks.broken("a gap in the numbers", prefix + " " + numbers.size() + " up to " + numbers.last());
            }
        });
        Set<Integer> lasts =
                new TreeSet<>(given.values().stream().map(TreeSet::last).toList());
        Set<Integer> counted = new TreeSet<>(owner.sql("select last from casefile.number")
                .query(Integer.class)
                .list());
        if (!counted.equals(lasts)) {
            breaks.broken("the count of numbers is another than that of the cases", counted + " not " + lasts);
        }
    }
}
