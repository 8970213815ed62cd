package org.fangxin.safety;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * People who read pages and lists, seven times of ten, and submit the other three times, through whatever stands in front.
 * Nobody tries a second time: whatever is no success is a failure.
 */
final class Passers {
    private static final List<String> EVERYBODY = List.of(
            "/",
            "/submit",
            "/api/v1/law/rules",
            "/api/v1/law/deadline?rule=order121.complaint.accept&from=2026-09-28",
            "/api/v1/regions?parent=6208");
    private static final List<String> DESK = List.of("/api/v1/session", "/api/v1/cases");
    private static final int TURNS = 10;
    private static final int AT_ONE_ADDRESS = 20;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ledger ledger;
    private final String name;
    private final Asker officer;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger submissions = new AtomicInteger();

    /** @param officer who is signed in: his session lives through the stop of the instance that began it */
    Passers(Ledger ledger, String name, Asker officer) {
        this.ledger = ledger;
        this.name = name;
        this.officer = officer;
    }

    void start(int clients) {
        for (int i = 0; i < clients; i++) {
            String prefix = name + "-" + i + "-";
            threads.add(Thread.ofPlatform().name("passer-" + i).start(() -> passWhileOpen(prefix)));
        }
    }

    void leave() throws InterruptedException {
        open.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    int reads() {
        return reads.get();
    }

    int submissions() {
        return submissions.get();
    }

    /** How often something went wrong, by what it was. */
    Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    private void passWhileOpen(String prefix) {
        for (int turn = 0; open.get(); ) {
            // an address that nobody has used yet: limits stay on
            try (HttpClient http = Crowd.client()) {
                for (int sent = 0; open.get() && sent < AT_ONE_ADDRESS; turn++) {
                    sent += pass(http, prefix, turn);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            } catch (IOException noClient) {
                failed("no client", noClient.toString());
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** How many it submitted. */
    private int pass(HttpClient http, String prefix, int turn) throws InterruptedException {
        if (turn % TURNS == 0 || turn % TURNS == 3 || turn % TURNS == 6) {
            submit(http, new Form(prefix + turn, Form.kindOf(turn), null));
            return 1;
        }
        read(http, turn);
        return 0;
    }

    private void submit(HttpClient http, Form form) throws InterruptedException {
        submissions.incrementAndGet();
        ledger.sends(form);
        try {
            HttpResponse<String> answer =
                    http.send(Crowd.submission(Asker.ROOT, form).build(), HttpResponse.BodyHandlers.ofString());
            ledger.got(form.key(), answer.statusCode(), Crowd.caseNo(answer));
            judge("POST submissions", answer.statusCode(), 201);
        } catch (IOException broken) {
            ledger.got(form.key(), 0, null);
            failed("POST submissions", broken.getClass().getSimpleName());
        }
    }

    private void read(HttpClient http, int turn) throws InterruptedException {
        reads.incrementAndGet();
        List<String> places = turn % 2 == 0 ? EVERYBODY : DESK;
        String place = places.get(turn / 2 % places.size());
        URI where = Asker.ROOT.resolve(place);
        HttpRequest.Builder request =
                turn % 2 == 0 ? HttpRequest.newBuilder(where).timeout(PATIENCE) : officer.at(where);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            judge("GET " + place, answer.statusCode(), 200);
        } catch (IOException broken) {
            failed("GET " + place, broken.getClass().getSimpleName());
        }
    }

    private void judge(String what, int status, int wanted) {
        if (status != wanted) {
            failed(what, "answered " + status);
        }
    }

    private void failed(String what, String how) {
        failures.merge("failed: " + what + ": " + how, 1, Integer::sum);
    }
}
