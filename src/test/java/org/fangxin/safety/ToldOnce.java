package org.fangxin.safety;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says that somebody has to hear, held against what was kept, shown, sent and noted of it. Notices are told
 * apart by case, wording and channel, never by the program's own mark of an event.
 */
final class ToldOnce {
    private static final long PATIENCE_NANOS = 180_000_000_000L;
    private static final long LOOK_NANOS = 200_000_000;
    private static final int LOOKS = 3;

    /** Readers that are behind, mails on their way, receipts of which the case files do not know yet. */
    private static final String UNFINISHED = """
            select (select count(*) from casefile.reader r where (r.xid, r.seq) <
                      (select j.xid, j.seq from casefile.journal j order by j.xid desc, j.seq desc limit 1))
                 + (select count(*) from notice.outbox where to_record <> 'NOTHING'
                       or channel = 'EMAIL' and state in ('WAITING', 'SENDING'))""";

    private static final String UNASSIGNED = "select count(*) from staffing.waiting where looked_at is null";

    /** What the reader of notices has heard of the cases of this experiment. */
    private static final String HEARD = """
            with heard as (
                select c.case_no, c.kind, j.type, j.case_seq, j.data::jsonb as data
                  from casefile.journal j join casefile.case_file c on c.id = j.case_id
                  join casefile.reader r on r.name = 'notices' and (j.xid, j.seq) <= (r.xid, r.seq)
                 where exists (select from casefile.journal f join casefile.act_text t on t.act_id = f.act_id
                                where f.case_id = c.id and f.case_seq = 1 and t.body like '%编号 r8%')),
            wanted as (
                select case_no, 'received' as template, channel
                  from heard, unnest(array['IN_APP', 'EMAIL']) channel
                 where type = 'Received' and case_seq = 1 and (channel = 'IN_APP' or kind = 'COMPLAINT')
                union all
                select case_no, 'accepted', unnest(array['IN_APP', 'EMAIL']) from heard where type = 'Accepted')""";

    /** Each: what, how often, and one of them. */
    private static final String NOTICES = HEARD + """
            , kept as (
                select case_no, template, channel, count(*) as times,
                       min((select count(*) from notice.receipt p where p.outbox_id = o.outbox_id
                               and p.outcome = case channel when 'IN_APP' then 'SHOWN' else 'ACCEPTED' end)) as fewest,
                       max((select count(*) from notice.receipt p where p.outbox_id = o.outbox_id
                               and p.outcome in ('SHOWN', 'ACCEPTED'))) as most,
                       bool_and(state = case channel when 'IN_APP' then 'SHOWN' else 'SENT' end) as done
                  from notice.outbox o group by 1, 2, 3)
            select 'notice lost', count(*), min(case_no) from wanted left join kept using (case_no, template, channel)
             where times is null
            union all select 'notice doubled', count(*), min(case_no) from wanted join kept using (case_no, template, channel)
             where times > 1
            union all select 'notice of nothing', count(*), min(case_no) from kept left join wanted using (case_no, template, channel)
             where wanted.case_no is null and case_no in (select case_no from heard)
            union all select 'notice neither shown nor sent', count(*), min(case_no)
                 from wanted join kept using (case_no, template, channel) where not done
            union all select 'notice without exactly one receipt', count(*), min(case_no)
                 from wanted join kept using (case_no, template, channel) where fewest <> 1 or most <> 1""";

    private static final String ASSIGNED = """
            , assigned as (
                select case_no, jsonb_array_elements_text(data -> 'persons') as person_id from heard
                 where type = 'Assigned')""";

    private static final String DESK = HEARD + ASSIGNED + """
            , lines as (
                select case_no, person_id, count(*) as times from notice.inbox where matter = 'assigned' group by 1, 2)
            select 'officer not told', count(*), min(case_no) from assigned left join lines using (case_no, person_id)
             where times is null
            union all select 'officer told twice', count(*), min(case_no) from assigned join lines using (case_no, person_id)
             where times > 1""";

    private static final String NOTED = HEARD + """
            , file as (select case_no, count(*) filter (where type = 'Accepted') as accepted,
                              count(*) filter (where type = 'AcceptanceNotified') as noted from heard group by 1)
            select 'telling not noted in the case file', count(*), min(case_no) from file where accepted > noted
            union all select 'telling noted twice in the case file', count(*), min(case_no) from file where accepted < noted
            union all select 'accepted twice', count(*), min(case_no) from file where accepted > 1""";

    private static final String MAILS =
            "select message_id, state in ('SENT', 'DELIVERED') from notice.outbox where channel = 'EMAIL'";

    private final Home home;
    private final Postbox postbox;
    private final Verdict verdict;
    private long repeated;

    ToldOnce(Home home, Postbox postbox, Verdict verdict) {
        this.home = home;
        this.postbox = postbox;
        this.verdict = verdict;
    }

    /** Until nothing is left to be heard, sent or noted, several times looked: what one reader writes another hears. */
    void await() throws SQLException, IOException {
        awaitNone(UNFINISHED);
    }

    /** Assigning by rule begins some time after the start: a program that ended before has left it to the next one. */
    void awaitAssigned() throws SQLException, IOException {
        awaitNone(UNASSIGNED);
        awaitNone(UNFINISHED);
    }

    private void awaitNone(String left) throws SQLException, IOException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        for (int quiet = 0; quiet < LOOKS; ) {
            quiet = home.number(left) == 0 ? quiet + 1 : 0;
            if (System.nanoTime() > until) {
                verdict.broken("something is never finished", Long.toString(home.number(left)));
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** @param point where the program ended since the last judgement; null when it did not */
    void judge(@Nullable KillPoint point) throws SQLException, IOException {
        String where = point == null ? "heard anew" : point.name();
        for (String sql : new String[] {NOTICES, DESK, NOTED}) {
            count(sql, where);
        }
        mails(point, where);
    }

    private void count(String sql, String where) throws SQLException, IOException {
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                if (rows.getLong(2) > 0) {
                    verdict.broken(rows.getString(1), where + ": " + rows.getLong(2) + ", " + rows.getString(3));
                }
            }
        }
    }

    /** Each message came once under its own Message-ID; for one end of the program at most one of them once more. */
    private void mails(@Nullable KillPoint point, String where) throws SQLException, IOException {
        Map<String, Boolean> messages = messages();
        Map<String, Integer> came = new HashMap<>(postbox.came());
        messages.forEach((id, sent) -> {
            if (sent && !came.containsKey(id)) {
                verdict.broken("marked as sent and never came", where + ": " + id);
            }
        });
        came.keySet().stream()
                .filter(id -> !messages.containsKey(id))
                .forEach(id -> verdict.broken("came under a Message-ID that no message has", where + ": " + id));
        long now = came.values().stream().mapToLong(times -> times - 1).sum();
        long more = now - repeated;
        repeated = now;
        KillPoint.Again again = point == null ? KillPoint.Again.NEVER : point.again();
        if (more > (again == KillPoint.Again.NEVER ? 0 : 1)) {
            verdict.broken("mails came again", where + ": " + more);
        }
        if (more < 1 && again == KillPoint.Again.MUST) {
            verdict.broken("no mail came again after an end between sending and marking", where);
        }
    }

    private Map<String, Boolean> messages() throws SQLException, IOException {
        Map<String, Boolean> messages = new HashMap<>();
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(MAILS)) {
            while (rows.next()) {
                messages.put("<" + rows.getString(1) + "@example.cn>", rows.getBoolean(2));
            }
        }
        return messages;
    }

    /** How many notices there had to be. */
    long wanted() throws SQLException, IOException {
        return home.number(HEARD + " select count(*) from wanted");
    }

    /** How many lines on officers' desks. */
    long officersTold() throws SQLException, IOException {
        return home.number(HEARD + ASSIGNED + " select count(*) from assigned");
    }

    /** How many mails came a second time, each under the Message-ID of the first. */
    long repeated() {
        return repeated;
    }
}
