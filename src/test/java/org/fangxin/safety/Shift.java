package org.fangxin.safety;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People at their usual pace: consumers who submit, now and then with a file, and officers who list, open, seek and sign in again. */
final class Shift {
    private static final int CONSUMERS = 6;
    private static final List<String> OFFICERS = List.of("kezhang", "liming");
    private static final long CONSUMER_PAUSE = 400_000_000;
    private static final long OFFICER_PAUSE = 300_000_000;
    /** So often a consumer is another one at another address: no limit is switched off. */
    private static final int ONE_ADDRESS = 20;

    private static final int WITH_FILE = 60;
    private static final int A_SIGN_IN = 40;
    private static final int FIRST_FAULT = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Ledger ledger;
    private final String name;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();

    Shift(Ledger ledger, String name) {
        this.ledger = ledger;
        this.name = name;
    }

    /** One's turn at work. */
    private interface Turn {
        void take(int turn) throws IOException, InterruptedException;
    }

    void begin() {
        for (int i = 0; i < CONSUMERS; i++) {
            Consumer one = new Consumer(name + "-" + i + "-");
            threads.add(Thread.ofPlatform().name("consumer-" + i).start(() -> work(one, CONSUMER_PAUSE)));
        }
        for (String officer : OFFICERS) {
            Officer one = new Officer(officer);
            threads.add(Thread.ofPlatform().name(officer).start(() -> work(one, OFFICER_PAUSE)));
        }
    }

    private void work(Turn one, long pause) {
        for (int turn = 0; open.get(); turn++) {
            try {
                one.take(turn);
            } catch (IOException broken) {
                faults.putIfAbsent("a connection broke", broken.toString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(pause);
        }
    }

    void end() throws InterruptedException {
        open.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    void judge(Verdict verdict, Map<String, Object> figures) {
        figures.put("answers", new TreeMap<>(statuses));
        faults.forEach(verdict::broken);
        statuses.keySet().stream()
                .filter(status -> status >= FIRST_FAULT)
                .forEach(status -> verdict.broken("answered " + status, ""));
        if (statuses.getOrDefault(200, 0) < 1 || statuses.getOrDefault(201, 0) < 1) {
            verdict.broken("the rig: nobody was served", statuses.toString());
        }
    }

    private <T> HttpResponse<T> answered(HttpResponse<T> answer) {
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        return answer;
    }

    /** Submits one thing after another. */
    private final class Consumer implements Turn {
        private final String prefix;
        private @Nullable HttpClient http;

        private Consumer(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public void take(int turn) throws IOException, InterruptedException {
            HttpClient client = here(turn);
            String key = prefix + turn;
            String file = turn % WITH_FILE == 1 ? Crowd.uploadOnce(client, key) : null;
            Form form = new Form(key, Form.kindOf(turn), file);
            ledger.sends(form);
            HttpResponse<String> answer = answered(
                    client.send(Crowd.submission(Asker.ROOT, form).build(), HttpResponse.BodyHandlers.ofString()));
            ledger.got(key, answer.statusCode(), Crowd.caseNo(answer));
        }

        private HttpClient here(int turn) throws IOException {
            if (http == null || turn % ONE_ADDRESS == 0) {
                if (http != null) {
                    http.close();
                }
                http = Crowd.client();
            }
            return http;
        }
    }

    /** Goes from the list to a case and back. */
    private final class Officer implements Turn {
        private final String account;
        private HttpClient http = HttpClient.newHttpClient();
        private Asker signedIn = Asker.NOBODY;

        private Officer(String account) {
            this.account = account;
        }

        @Override
        public void take(int turn) throws IOException, InterruptedException {
            if (turn % A_SIGN_IN == 0) {
                leave();
                signedIn = Asker.signedIn(account);
            }
            JsonNode page = JSON.readTree(get("/api/v1/cases?limit=20").body());
            get("/api/v1/cases/" + page.at("/items/0/caseNo").asString());
            get("/api/v1/search?q=%E5%86%B0%E7%AE%B1");
            get("/api/v1/inbox");
        }

        private void leave() throws IOException, InterruptedException {
            if (!signedIn.name().isEmpty()) {
                answered(signedIn.send(
                        http, signedIn.at(Asker.ROOT.resolve("/api/v1/session")).DELETE()));
                http.close();
                http = HttpClient.newHttpClient();
            }
        }

        private HttpResponse<byte[]> get(String where) throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    signedIn.at(URI.create(Asker.ROOT + where)).GET();
            return answered(signedIn.send(http, request));
        }
    }
}
