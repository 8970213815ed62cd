package org.fangxin.casefile.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.database.Scope;

/** The worklist's conditions as SQL; every value is bound, never written in. */
final class WorklistSql {
    /**
     * What a search looks through inside a case. "offset 0" keeps it with its case: the server would rather read the texts of all cases
     * there are, once, and look each case up in what it found.
     */
    static final String INSIDE = """
            (position(? in summary) > 0
             or exists (select from casefile.act_text t
                         where t.case_id = case_file.id and t.field = 'content' and position(? in t.body) > 0 offset 0)
             or exists (select from casefile.party p
                         where p.case_id = case_file.id and (p.phone_index = any (?) or p.name_index = any (?)) offset 0))""";

    /** Due today and not over yet; the day's end is said so that a walk along the instants ends there. */
    static final String TODAY = "nearest_due = ? and nearest_at > ? and nearest_at <= ?";

    /** A whole number of a case or of a submission: found at once, and nowhere else. */
    private static final Pattern NUMBER = Pattern.compile("S?\\d{6,12}-\\d{6}-[A-Z]?\\d{4,}");

    private final List<String> conditions = new ArrayList<>(List.of("id > ?"));
    private final List<Object> parameters = new ArrayList<>(List.of(0L));

    private boolean gathered;

    private WorklistSql() {}

    static WorklistSql of(WorklistFilter f, Instant now, BlindIndex index) {
        WorklistSql sql = new WorklistSql();
        sql.view(f);
        sql.what(f);
        sql.whose(f);
        sql.due(f, now);
        sql.words(f, index);
        return sql;
    }

    private void what(WorklistFilter f) {
        if (!f.kinds().isEmpty()) {
            and("kind = any (?)", (Object) f.kinds().toArray(String[]::new));
        }
        if (!f.stages().isEmpty()) {
            and("stage = any (?)", (Object) f.stages().toArray(String[]::new));
        }
        if (f.category() != null) {
            and("(goods_code = ? or problem_code = ?)", f.category(), f.category());
        }
        if (f.merchant() != null) {
            and("position(? in merchant_name) > 0", f.merchant());
        }
        if (f.owed()) {
            conditions.add("open_duties > 0");
        }
    }

    private void whose(WorklistFilter f) {
        if (f.agency() != null) {
            Scope subtree = Scope.subtree(f.agency(), "", Scope.Reports.NONE);
            and("agency_code >= ? and agency_code < ?", subtree.from(), subtree.to());
        }
        if (f.heldBy() != null) {
            and("agency_code = ?", f.heldBy());
        }
        if (WorklistFilter.NOBODY.equals(f.officer())) {
            conditions.add("handlers = '{}'");
        } else if (f.officer() != null) {
            and("? = any (handlers)", f.officer());
        }
    }

    /** From a row's place on, in the order or against it. */
    void from(Worklist.Sort sort, Worklist.Cursor place) {
        boolean upwards = (sort == Worklist.Sort.DUE) != place.back();
        String beyond = upwards ? " > (?, ?)" : " < (?, ?)";
        if (sort == Worklist.Sort.DUE) {
            and("(nearest_at, id)" + beyond, Timestamp.from(place.due()), place.id());
        } else {
            and("(received_at, id)" + beyond, Timestamp.from(place.received()), place.id());
        }
    }

    /** @param back against the order: for the page before */
    static String order(Worklist.Sort sort, boolean back) {
        String way = (sort == Worklist.Sort.DUE) != back ? "" : " desc";
        return " order by " + (sort == Worklist.Sort.DUE ? "nearest_at" : "received_at") + way + ", id" + way;
    }

    void and(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
    }

    /** These cases and no others: few enough to be fetched one by one. */
    void gather(List<Long> ids) {
        and("id = any (?)", (Object) ids.toArray(Long[]::new));
        gathered = true;
    }

    /** Of what came in later than that only these: no text of the others is read. */
    void andEarlierOr(Instant since, List<Long> ids) {
        and("(received_at <= ? or id = any (?))", Timestamp.from(since), ids.toArray(Long[]::new));
    }

    boolean gathered() {
        return gathered;
    }

    String where() {
        return " where " + String.join(" and ", conditions);
    }

    List<Object> parameters() {
        return parameters;
    }

    private void view(WorklistFilter f) {
        String view =
                f.view() != null ? f.view() : f.stages().isEmpty() && f.words() == null && !f.owed() ? "open" : "all";
        switch (view) {
            case "open" -> conditions.add("closed_at is null");
            case "closed" -> conditions.add("closed_at is not null");
            case "waiting" -> conditions.add("closed_at is null and " + Worklist.WAITING);
            case "toDecide" -> conditions.add("closed_at is null and " + Worklist.TO_DECIDE);
            case "toVerify" -> conditions.add("closed_at is null and " + Worklist.TO_VERIFY);
            case "toAnswer" -> conditions.add("closed_at is null and " + Worklist.TO_ANSWER);
            default -> {
                // all: nothing narrows
            }
        }
    }

    private void due(WorklistFilter f, Instant now) {
        if (f.dueBefore() != null) {
            and("nearest_due < ?", f.dueBefore());
        }
        if (f.due() == null) {
            return;
        }
        conditions.add("closed_at is null");
        LocalDate today = day(now);
        switch (f.due()) {
            case "OVERDUE" -> and("nearest_at <= ?", Timestamp.from(now));
            case "TODAY" -> and(TODAY, today(now));
            default -> and("nearest_due > ? and nearest_near <= ?", today, today);
        }
    }

    /** The values of {@link #TODAY}. */
    static Object[] today(Instant now) {
        LocalDate day = day(now);
        Instant end = day.plusDays(1).atStartOfDay(Fields.ZONE).toInstant();
        return new Object[] {day, Timestamp.from(now), Timestamp.from(end)};
    }

    static LocalDate day(Instant now) {
        return now.atZone(Fields.ZONE).toLocalDate();
    }

    private void words(WorklistFilter f, BlindIndex index) {
        String words = f.words();
        if (words == null) {
            return;
        }
        if (NUMBER.matcher(words).matches()) {
            and("(case_no = ? or submission_no = ?)", words, words);
            return;
        }
        f.eachWord().forEach(word -> word(word, f, index));
    }

    private void word(String words, WorklistFilter f, BlindIndex index) {
        String own = f.textsOf() == null ? "" : "? = any (handlers) and ";
        List<Object> values = new ArrayList<>(List.of(words, words, words));
        if (f.textsOf() != null) {
            values.add(f.textsOf());
        }
        values.addAll(List.of(
                words,
                words,
                index.candidates(BlindIndex.Kind.PHONE, words).toArray(byte[][]::new),
                index.candidates(BlindIndex.Kind.NAME, words).toArray(byte[][]::new)));
        and(
                "(position(? in case_no) > 0 or submission_no = ? or position(? in merchant_name) > 0 or (" + own
                        + INSIDE + "))",
                values.toArray());
    }
}
