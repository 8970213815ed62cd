package org.fangxin.safety;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Consumers who submit one thing after another over real connections, each from an address of his own. */
final class Crowd {
    private static final URI ROOT = URI.create("http://127.0.0.1:" + Program.PORT);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FIRST_ANSWERS = Duration.ofSeconds(120);
    private static final long PAUSE_NANOS = 100_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    private final Ledger ledger;
    private final String name;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> uploads = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();

    /** @param name begins every key: no two crowds share one */
    Crowd(Ledger ledger, String name) {
        this.ledger = ledger;
        this.name = name;
    }

    void start(int clients) throws IOException {
        for (int i = 0; i < clients; i++) {
            HttpClient http = client();
            String prefix = name + "-" + i + "-";
            threads.add(Thread.ofPlatform().name("crowd-" + i).start(() -> submitWhileOpen(http, prefix)));
        }
    }

    /** All of them sit behind one address. */
    void startFromOneAddress(int clients) throws IOException {
        HttpClient one = client();
        for (int i = 0; i < clients; i++) {
            String prefix = name + "-" + i + "-";
            threads.add(Thread.ofPlatform().name("crowd-" + i).start(() -> submitWhileOpen(one, prefix)));
        }
    }

    int taken() {
        return taken.get();
    }

    /** Waits until so many were taken: a fault before anything was told would try nothing. */
    void awaitTaken(int many) throws IOException {
        long until = System.nanoTime() + FIRST_ANSWERS.toNanos();
        while (taken.get() < many) {
            if (System.nanoTime() > until) {
                throw new IOException("Nothing is taken: " + ledger.statuses() + " " + faults);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    void leave() throws InterruptedException {
        open.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Answers that nobody should get: a failure of the program's own, or a refusal that does not say when to come back. */
    Map<String, String> faults() {
        return Map.copyOf(faults);
    }

    /** How uploads were answered, by status; 0 stands for a connection that broke. */
    Map<Integer, Integer> uploads() {
        return Map.copyOf(uploads);
    }

    private void submitWhileOpen(HttpClient http, String prefix) {
        for (int turn = 0; open.get(); turn++) {
            String key = prefix + turn;
            String attachment = Form.withFile(turn) ? upload(http, key) : null;
            Form form = new Form(key, Form.kindOf(turn), attachment);
            ledger.sends(form);
            if (!submit(http, form)) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Whether it was taken. */
    private boolean submit(HttpClient http, Form form) {
        try {
            HttpResponse<String> answer = http.send(submission(form), HttpResponse.BodyHandlers.ofString());
            ledger.got(form.key(), answer.statusCode(), caseNo(answer));
            judge(answer);
            taken.addAndGet(answer.statusCode() == 201 ? 1 : 0);
            return answer.statusCode() == 201;
        } catch (IOException broken) {
            ledger.got(form.key(), 0, null);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void judge(HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean told = answer.headers().firstValue("Retry-After").isPresent();
        if (status >= 500 && status != 503 && status != 507) {
            faults.putIfAbsent("answered " + status, answer.body());
        } else if ((status == 503 || status == 429 || status == 507) && !told) {
            faults.putIfAbsent("answered " + status + " without Retry-After", answer.body());
        }
    }

    private @Nullable String upload(HttpClient http, String key) {
        try {
            HttpResponse<String> answer = http.send(upload(key), HttpResponse.BodyHandlers.ofString());
            uploads.merge(answer.statusCode(), 1, Integer::sum);
            judge(answer);
            JsonNode body = answer.statusCode() == 201 ? JSON.readTree(answer.body()) : null;
            return body == null ? null : body.get("attachmentId").asString();
        } catch (IOException broken) {
            uploads.merge(0, 1, Integer::sum);
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Sends the same again, as somebody does whose answer was lost; the case's number, or null when it is refused. */
    static @Nullable String again(HttpClient http, Form form) throws IOException, InterruptedException {
        return caseNo(http.send(submission(form), HttpResponse.BodyHandlers.ofString()));
    }

    /** Uploads the key's file; its id, or null when it is refused. */
    static @Nullable String uploadOnce(HttpClient http, String key) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(upload(key), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 201
                ? JSON.readTree(answer.body()).get("attachmentId").asString()
                : null;
    }

    /** A client at an address that nobody has used: no limit is switched off. */
    static HttpClient client() throws IOException {
        int next = ADDRESS.incrementAndGet();
        byte[] from = {127, 1, (byte) (next / 250), (byte) (1 + next % 250)};
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByAddress(from))
                .connectTimeout(PATIENCE)
                .build();
    }

    private static HttpRequest submission(Form form) {
        return submission(ROOT, form).build();
    }

    static HttpRequest.Builder submission(URI root, Form form) {
        return HttpRequest.newBuilder(root.resolve("/api/v1/submissions"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", form.key())
                .POST(HttpRequest.BodyPublishers.ofString(form.body(), StandardCharsets.UTF_8));
    }

    private static HttpRequest upload(String key) {
        FilePart file = new FilePart(key + ".txt", "text/plain", Form.file(key));
        return HttpRequest.newBuilder(ROOT.resolve("/api/v1/attachments"))
                .timeout(PATIENCE)
                .header("Content-Type", FilePart.CONTENT_TYPE)
                .POST(file.body())
                .build();
    }

    static @Nullable String caseNo(HttpResponse<String> answer) {
        return answer.statusCode() == 201
                ? JSON.readTree(answer.body()).at("/cases/0/caseNo").asString()
                : null;
    }
}
