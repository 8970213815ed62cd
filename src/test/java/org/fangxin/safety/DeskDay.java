package org.fangxin.safety;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Consumers submit and ring up, and an officer writes down and accepts, one after the other, until the program is gone; what had no answer is done again. */
final class DeskDay {
    private static final String OFFICER = "liming";
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final long PAUSE_NANOS = 40_000_000;
    private static final int OK = 200;

    private final Ledger ledger;
    private final Verdict verdict;
    private final Set<String> told = new LinkedHashSet<>();
    private final Set<String> unanswered = new LinkedHashSet<>();
    private final Set<Form> calls = new LinkedHashSet<>();

    DeskDay(Ledger ledger, Verdict verdict) {
        this.ledger = ledger;
        this.verdict = verdict;
    }

    /** Cases of which the officer was told that they are accepted. */
    Set<String> accepted() {
        return told;
    }

    /**
     * Until the program has ended, and no longer than its time.
     *
     * @param name begins every key
     */
    void untilGone(Program program, String name) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        try (HttpClient http = Crowd.client()) {
            Asker officer = Asker.signedIn(OFFICER);
            for (int turn = 0; program.alive() && System.nanoTime() < until; turn++) {
                Form form = new Form(name + "-" + turn, Form.kindOf(turn), null);
                String caseNo = turn % 4 == 2 ? writeDown(http, officer, form) : submit(http, form);
                // what nobody accepts at once is given to somebody by rule
                if (caseNo != null && turn % 2 == 0) {
                    accept(http, officer, caseNo);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException gone) {
            // the line breaks a moment before the process is seen to be gone
            while (program.alive() && System.nanoTime() < until) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** As an officer does whose page lost its answer. */
    void again() throws IOException, InterruptedException {
        if (unanswered.isEmpty() && calls.isEmpty()) {
            return;
        }
        try (HttpClient http = Crowd.client()) {
            Asker officer = Asker.signedIn(OFFICER);
            for (Form call : Set.copyOf(calls)) {
                writeDown(http, officer, call);
            }
            for (String caseNo : Set.copyOf(unanswered)) {
                accept(http, officer, caseNo);
            }
        }
    }

    private @Nullable String submit(HttpClient http, Form form) throws IOException, InterruptedException {
        return told(http, form, Crowd.submission(Asker.ROOT, form));
    }

    /** Who rings up has no page on which the decision is shown at once: telling him is owed, and noted when it was sent. */
    private @Nullable String writeDown(HttpClient http, Asker officer, Form call)
            throws IOException, InterruptedException {
        calls.add(call);
        HttpRequest.Builder form = officer.at(Asker.ROOT.resolve("/api/v1/submissions"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", call.key())
                .POST(HttpRequest.BodyPublishers.ofString(call.body("PHONE"), StandardCharsets.UTF_8));
        String caseNo = told(http, call, form);
        calls.remove(call);
        if (caseNo == null) {
            verdict.broken("a call was not written down", call.key());
        }
        return caseNo;
    }

    private @Nullable String told(HttpClient http, Form form, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        ledger.sends(form);
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            ledger.got(form.key(), answer.statusCode(), Crowd.caseNo(answer));
            return Crowd.caseNo(answer);
        } catch (IOException broken) {
            ledger.got(form.key(), 0, null);
            throw broken;
        }
    }

    private void accept(HttpClient http, Asker officer, String caseNo) throws IOException, InterruptedException {
        unanswered.add(caseNo);
        HttpRequest.Builder act = officer.at(Asker.ROOT.resolve("/api/v1/cases/" + caseNo + "/acts/accept"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "accept-" + caseNo)
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        int status = officer.send(http, act).statusCode();
        unanswered.remove(caseNo);
        if (status == OK) {
            told.add(caseNo);
        } else {
            verdict.broken("an acceptance was answered " + status, caseNo);
        }
    }
}
