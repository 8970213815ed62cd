package org.fangxin.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mediator watches the online room when his account is ended: what is said there afterwards is not for him. */
final class StreamEnded {
    private static final Pattern CONSUMERS_LINK = Pattern.compile("消费者  /mediation#(\\S+)  查询码 (\\d{16})");
    private static final String ROOM = "/api/v1/public/mediation";
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE = 20 * SECOND;
    private static final String BEFORE = "这一句调解员看得到。";
    private static final String AFTER = "这一句是账号停用以后说的。";

    private final Premises at;

    StreamEnded(Premises at) {
        this.at = at;
    }

    void watch() throws Exception {
        String caseNo = at.text("select case_no from mediation.room where ended_at is null limit 1");
        String mediator = at.text("select person_id from identity.person where username = 'liming'");
        List<String> heard = new CopyOnWriteArrayList<>();
        try (Visitor admin = Visitor.signedIn("demo-sysadmin", Premises.PASSWORD);
                Visitor officer = Visitor.signedIn("liming", Premises.PASSWORD);
                Visitor consumer = Visitor.stranger()) {
            enter(consumer);
            Thread stream = Thread.ofPlatform().daemon().start(() -> follow(officer, caseNo, heard));
            say(consumer, BEFORE);
            await(heard, BEFORE);
            String path = "/api/v1/people/" + mediator;
            if (admin.put(path, Map.of("active", false)).status() != 200) {
                throw new IOException("the rig: the mediator is not ended");
            }
            LockSupport.parkNanos(SECOND);
            say(consumer, AFTER);
            stream.join(PATIENCE / 1_000_000);
            at.hold(!stream.isAlive(), "a stream stays open after its account was ended", "");
            at.hold(has(heard, BEFORE), "the rig: the mediator heard nothing", heard.size());
            at.hold(!has(heard, AFTER), "an ended account hears what is said a second later", "");
            admin.put(path, Map.of("active", true));
        }
    }

    private void enter(Visitor consumer) throws Exception {
        Matcher link = CONSUMERS_LINK.matcher(Files.readString(at.home().path().resolve("secrets/demo-accounts.txt")));
        if (!link.find()) {
            throw new IOException("the rig: the demo tells no link");
        }
        consumer.saying(
                "X-Mediation-Pass",
                consumer.post(ROOM + "/enter", Map.of("token", link.group(1), "code", link.group(2)))
                        .text("/pass"));
    }

    private static void say(Visitor consumer, String text) throws Exception {
        int status = consumer.post(ROOM + "/messages", Map.of("text", text)).status();
        if (status != 204) {
            throw new IOException("the rig: nothing is said in the room: " + status);
        }
    }

    private void follow(Visitor officer, String caseNo, List<String> heard) {
        try {
            HttpResponse<Stream<String>> stream = officer.http()
                    .send(
                            officer.request("/api/v1/cases/" + caseNo + "/mediation-room/events")
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines());
            stream.body().forEach(heard::add);
        } catch (IOException | UncheckedIOException cut) {
            heard.add("cut: " + cut.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(List<String> heard, String text) {
        long until = System.nanoTime() + PATIENCE;
        while (!has(heard, text) && System.nanoTime() < until) {
            LockSupport.parkNanos(SECOND / 20);
        }
    }

    private static boolean has(List<String> heard, String text) {
        return heard.stream().anyMatch(line -> line.contains(text));
    }
}
