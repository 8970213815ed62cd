package org.fangxin.safety;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.fangxin.safety.Visitor.Answer;

/** Sessions: another id after each step that makes more of one, and none a second after the account was ended. */
final class SessionsEnded {
    static final String CASES = "/api/v1/cases?limit=1";
    private static final int THREADS = 12;
    private static final int SESSIONS = 4;
    private static final long SECOND = 1_000_000_000L;
    private static final String ANOTHER = "Another-Good-1-Word";

    private final Premises at;

    SessionsEnded(Premises at) {
        this.at = at;
    }

    /** An answer with when its request was sent. */
    private record Heard(long sent, int status) {}

    /** Nobody goes on in a session whose id he knew before: planted, half, or from before the password was changed. */
    void change() throws Exception {
        at.hire("changed", 1);
        String planted =
                "FANGXIN=" + Base64.getEncoder().encodeToString("A".repeat(43).getBytes(StandardCharsets.UTF_8));
        try (Visitor victim = Visitor.stranger().withCookie(planted)) {
            Answer signedIn = victim.signIn("changed0", Premises.PASSWORD);
            moved("signing in", planted, victim, signedIn);
            String first = victim.cookie();
            moved("signing in again", first, victim, victim.signIn("changed0", Premises.PASSWORD));
            String second = victim.cookie();
            Telephone phone = Telephone.enrolled(victim);
            moved("enrolling", second, victim, victim.get(Visitor.SESSION));
            String half = victim.signIn("changed0", Premises.PASSWORD).cookie();
            moved("giving the code", half, victim, CodesGuessed.give(victim, phone.fresh()));
            String full = victim.cookie();
            Answer changed = victim.post(
                    Visitor.SESSION + "/password", Map.of("oldPassword", Premises.PASSWORD, "newPassword", ANOTHER));
            moved("changing the password", full, victim, changed);
            String last = victim.cookie();
            victim.send("DELETE", Visitor.SESSION, null);
            at.hold(!isOpen(last), "a session is open after signing out", "");
        }
    }

    private void moved(String by, String before, Visitor victim, Answer answer) throws Exception {
        at.hold(answer.status() == 200, "the rig: " + by, answer.status() + " " + answer.body());
        at.hold(!victim.cookie().equals(before), "the session keeps its id after " + by, "");
        at.hold(!isOpen(before), "the id from before is good after " + by, "");
        at.hold(isOpen(victim.cookie()), "the rig: nobody is signed in after " + by, "");
        if (!answer.cookie().isEmpty()) {
            String set = answer.headers().getOrDefault("set-cookie", "");
            at.hold(
                    set.contains("HttpOnly")
                            && set.contains("SameSite=Lax")
                            && !set.contains("Max-Age")
                            && !set.contains("Expires"),
                    "the cookie may be read by scripts, sent from elsewhere, or outlives the browser",
                    set.replaceAll("=[^;]*", "=…"));
        }
    }

    private static boolean isOpen(String cookie) throws IOException, InterruptedException {
        try (Visitor thief = Visitor.stranger().withCookie(cookie)) {
            return thief.get(Visitor.SESSION).json().path("signedIn").asBoolean();
        }
    }

    /** An officer at work in several windows when his account is ended. */
    void disable() throws Exception {
        List<Visitor> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            sessions.add(Visitor.signedIn("wangfang", Premises.PASSWORD));
        }
        Queue<Heard> heard = new ConcurrentLinkedQueue<>();
        AtomicBoolean on = new AtomicBoolean(true);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Visitor visitor = sessions.get(i % SESSIONS)
                    .beside()
                    .withCookie(sessions.get(i % SESSIONS).cookie());
            threads.add(Thread.ofPlatform().start(() -> work(visitor, on, heard)));
        }
        LockSupport.parkNanos(2 * SECOND);
        try (Visitor admin = Visitor.signedIn("demo-sysadmin", Premises.PASSWORD)) {
            String path = "/api/v1/people/" + personId("wangfang");
            set(admin, path, false);
            long ended = System.nanoTime();
            LockSupport.parkNanos(3 * SECOND);
            on.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
            judge(heard, ended);
            set(admin, path, true);
            for (Visitor session : sessions) {
                at.hold(session.get(CASES).status() == 401, "a session comes back with its account", "");
                session.close();
            }
        }
    }

    private void judge(Queue<Heard> heard, long ended) {
        long before = heard.stream()
                .filter(one -> one.sent() < ended && one.status() == 200)
                .count();
        long after = heard.stream().filter(one -> one.sent() >= ended).count();
        long at1 = let(heard, ended + SECOND);
        at.figures().put("answersBeforeTheEnd", before);
        at.figures().put("askedAfterTheEnd", after);
        at.figures().put("letInAfterTheEnd", let(heard, ended));
        at.figures().put("letInASecondAfter", at1);
        at.hold(before > 0 && after > 0, "the rig: nobody asked before or after", before + ", " + after);
        at.hold(at1 == 0, "an ended account is let in a second later", at1);
    }

    private static long let(Queue<Heard> heard, long from) {
        return heard.stream()
                .filter(one -> one.sent() >= from && one.status() != 401)
                .count();
    }

    private void work(Visitor visitor, AtomicBoolean on, Queue<Heard> heard) {
        try {
            while (on.get()) {
                long sent = System.nanoTime();
                heard.add(new Heard(sent, visitor.get(CASES).status()));
            }
        } catch (IOException broken) {
            at.broken("a request was not answered", broken.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What else ends an account's sessions: a new first password, other roles, a factor taken back. */
    void otherEnds() throws Exception {
        at.hire("other", 1);
        String path = "/api/v1/people/" + personId("other0");
        try (Visitor sysadmin = Visitor.signedIn("demo-sysadmin", Premises.PASSWORD);
                Visitor secadmin = Visitor.signedIn("demo-secadmin", Premises.PASSWORD);
                Visitor officer = Visitor.signedIn("other0", Premises.PASSWORD)) {
            secadmin.put(path + "/roles", Map.of("roles", List.of("HANDLER")));
            at.hold(officer.get(CASES).status() == 401, "a session is open after roles were changed", "");
            officer.signIn("other0", Premises.PASSWORD);
            at.hold(officer.get(CASES).status() == 200, "the rig: an officer is not let in", "");
            sysadmin.post(path + "/reset-password", Map.of());
            at.hold(officer.get(CASES).status() == 401, "a session is open after the password was reset", "");
        }
    }

    private void set(Visitor admin, String path, boolean active) throws Exception {
        Answer answer = admin.put(path, Map.of("active", active));
        if (answer.status() != 200) {
            throw new IOException("the rig: " + path + ": " + answer.status() + " " + answer.body());
        }
    }

    private String personId(String name) throws Exception {
        return at.text("select person_id from identity.person where username = '" + name + "'");
    }
}
