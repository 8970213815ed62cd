package org.fangxin.safety;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * What the program does by itself, on whichever instance comes first: cases are assigned by rule, messages are sent.
 *
 * @param assigned cases that the rule gave to somebody
 * @param mails messages that came to the mail server
 * @param twice what was done more than once, or not at all
 */
record ScheduledWork(long assigned, long mails, Map<String, String> twice) {
    private static final long PATIENCE_NANOS = 180_000_000_000L;
    private static final long LOOK_NANOS = 200_000_000;

    /** Every unit of the county lets the program assign what arrives. */
    static final String ASSIGNS_BY_RULE = """
            insert into staffing.assignment_rule (agency_code, no, body, reason, made_by, made_at, activated_by, activated_at)
            select code, 990, '{"order": "LOAD", "automatic": true, "skills": [], "areas": []}', '演练', 'system', now(), 'system', now()
              from region.agency where code like '620823%'""";

    /** In the evening the program keeps mails until the morning; the experiment is made at any hour. */
    static final String BY_NIGHT_TOO = """
            update notice.outbox set not_before = now()
             where channel = 'EMAIL' and state = 'WAITING' and attempts = 0 and not_before > now()""";

    private static final String BY_RULE = """
            select count(*) from casefile.journal where type = 'Assigned' and actor = 'system'""";
    private static final String TWICE = """
            select count(*) from (select case_id from casefile.journal where type = 'Assigned' and actor = 'system'
                                   group by case_id having count(*) > 1) double""";
    private static final String UNSENT = """
            select count(*) from notice.outbox where channel = 'EMAIL' and state in ('WAITING', 'SENDING')""";

    /** Waits until nothing is left to be sent. */
    static ScheduledWork done(Home home, Postbox postbox) throws SQLException, IOException {
        Map<String, String> twice = new LinkedHashMap<>();
        long until = System.nanoTime() + PATIENCE_NANOS;
        long left = home.number(UNSENT);
        while (left > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_NANOS);
            home.run(BY_NIGHT_TOO);
            left = home.number(UNSENT);
        }
        long more = postbox.came().values().stream().filter(times -> times > 1).count();
        put(twice, "messages that were never sent", left);
        put(twice, "messages that were sent twice", more);
        put(twice, "cases assigned twice", home.number(TWICE));
        long assigned = home.number(BY_RULE);
        long mails = postbox.came().size();
        if (assigned == 0 || mails == 0) {
            twice.put("the rig: nothing was assigned or sent", assigned + ", " + mails);
        }
        return new ScheduledWork(assigned, mails, twice);
    }

    private static void put(Map<String, String> all, String what, long times) {
        if (times > 0) {
            all.put(what, Long.toString(times));
        }
    }

    Map<String, Object> figures() {
        return Map.of("assignedByRule", assigned, "mails", mails);
    }
}
