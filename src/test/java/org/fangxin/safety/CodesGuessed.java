package org.fangxin.safety;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fangxin.safety.Visitor.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked for besides a password at sign-in, guessed by fifty at the same moment. */
final class CodesGuessed {
    private static final int TRACKING = 4;
    private static final Pattern MERCHANTS_LINK = Pattern.compile("商家  /mediation#(\\S+)  口令 (\\d{6})");
    private static final String ENTER = "/api/v1/public/mediation/enter";

    private final Premises at;

    CodesGuessed(Premises at) {
        this.at = at;
    }

    /** Codes of the second factor: five are looked at, and the right one is none too many afterwards. */
    void secondFactor() throws Exception {
        at.hire("coded", 1);
        at.forgetGuesses();
        Telephone phone;
        try (Visitor owner = Visitor.signedIn("coded0", Premises.PASSWORD)) {
            phone = Telephone.enrolled(owner);
        }
        List<Visitor> half = half("coded0", 5);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < Burst.WIDTH; i++) {
            Visitor visitor = half.get(i % half.size()).twin();
            String code = phone.wrong(i);
            calls.add(() -> give(visitor, code));
        }
        evaluated("codes of the second factor", Burst.count(Burst.of(calls), 401), PasswordsGuessed.A_NAME);
        String right = phone.fresh();
        int locked = give(half.getFirst(), right).status();
        at.hold(locked == 423, "a right code opened a locked account", locked);
        try (Visitor owner = Visitor.stranger()) {
            int status = owner.signIn("coded0", Premises.PASSWORD).status();
            at.hold(status == 423, "the password still opens after five wrong codes", status);
        }
        half.forEach(Visitor::close);
        once("a code", right);
        once("a recovery code", phone.recoveryCode(0));
    }

    /** Each code lets one in, of fifty who give it at once. */
    private void once(String what, String code) throws Exception {
        at.forgetGuesses();
        List<Visitor> half = half("coded0", 5);
        List<Visitor> twins = new ArrayList<>();
        for (int i = 0; i < Burst.WIDTH; i++) {
            twins.add(half.get(i % half.size()).twin());
        }
        long opened = Burst.count(Burst.byEach(twins, one -> give(one, code)), 200);
        at.hold(opened == 1, what + " did not open exactly once", opened);
        at.figures().put("opened by " + what, opened);
        twins.forEach(Visitor::close);
        half.forEach(Visitor::close);
        at.forgetGuesses();
    }

    private static List<Visitor> half(String name, int many) throws IOException, InterruptedException {
        List<Visitor> half = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            half.add(Visitor.signedIn(name, Premises.PASSWORD));
        }
        return half;
    }

    static Answer give(Visitor visitor, String code) throws IOException, InterruptedException {
        return visitor.post(Telephone.FACTOR, Map.of("code", code));
    }

    /** The present password, asked of who sits at an unattended desk. */
    void presentPassword() throws Exception {
        at.hire("desk", 2);
        at.forgetGuesses();
        for (boolean change : new boolean[] {true, false}) {
            String name = change ? "desk0" : "desk1";
            try (Visitor owner = Visitor.signedIn(name, Premises.PASSWORD)) {
                List<Visitor> twins = twins(owner);
                List<Answer> answers = Burst.byEach(
                        twins,
                        one -> change
                                ? one.post(
                                        Visitor.SESSION + "/password",
                                        Map.of("oldPassword", Premises.WRONG, "newPassword", "Another-Good-1-Word"))
                                : one.post(Telephone.FACTOR + "/enrolment", Map.of("password", Premises.WRONG)));
                evaluated(
                        change ? "present passwords for a new one" : "passwords for a second factor",
                        Burst.count(answers, 422),
                        PasswordsGuessed.A_NAME);
                twins.forEach(Visitor::close);
            }
        }
    }

    /** Codes of a submission, from addresses that count as one. */
    void trackingCodes(String what, List<Visitor> addresses) throws Exception {
        JsonNode receipt = submitted("s5-tracking-" + what);
        String path = "/api/v1/submissions/" + receipt.get("submissionNo").asString();
        at.forgetGuesses();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < Burst.WIDTH; i++) {
            Visitor visitor = addresses.get(i % addresses.size()).beside();
            String code = "%016d".formatted(i);
            calls.add(() -> track(visitor, path, code));
        }
        List<Answer> answers = Burst.of(calls);
        // the fourth wrong one is looked at and answered with the lock
        long counted = at.home().number("select coalesce(sum(failures), 0) from intake.tracking_attempt");
        evaluated("tracking codes, " + what, counted, TRACKING);
        at.hold(
                Burst.count(answers, 404) < TRACKING,
                "more wrong codes were told to be wrong than a window allows",
                what);
        Answer right = track(
                addresses.getFirst().beside(), path, receipt.get("trackingCode").asString());
        at.hold(right.status() == 429, "a right tracking code opens for who is locked: " + what, right.status());
        try (Visitor owner = Visitor.stranger()) {
            int status =
                    track(owner, path, receipt.get("trackingCode").asString()).status();
            at.hold(status == 200, "the owner of a tracking code suffers for others", status);
        }
    }

    /** Adding nothing: the code is asked for first, and right it is answered with 422. */
    static Answer track(Visitor visitor, String path, String code) throws IOException, InterruptedException {
        Answer answer = visitor.post(path + "/supplements", Map.of("trackingCode", code));
        return answer.status() == 422
                ? new Answer(200, answer.body(), answer.headers(), answer.cookie(), answer.nanos())
                : answer;
    }

    static JsonNode submitted(String key) throws IOException, InterruptedException {
        try (var http = Crowd.client()) {
            HttpResponse<String> answer = http.send(
                    Crowd.submission(Asker.ROOT, new Form(key, Form.Kind.COMPLAINT, null))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 201) {
                throw new IOException("the rig: not submitted: " + answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    /** A merchant's link to the mediation room in wrong hands: five PINs, and the link is over. */
    void mediationPins() throws Exception {
        String told = Files.readString(at.home().path().resolve("secrets/demo-accounts.txt"));
        Matcher link = MERCHANTS_LINK.matcher(told);
        if (!link.find()) {
            throw new IOException("the rig: the demo tells no link");
        }
        String token = link.group(1);
        int right = Integer.parseInt(link.group(2));
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 1; i <= Burst.WIDTH; i++) {
            Visitor visitor = Visitor.stranger();
            String pin = "%06d".formatted((right + i) % 1_000_000);
            calls.add(() -> {
                try (visitor) {
                    return visitor.post(ENTER, Map.of("token", token, "code", pin));
                }
            });
        }
        List<Answer> answers = Burst.of(calls);
        at.hold(Burst.count(answers, 404) == Burst.WIDTH, "a wrong PIN was answered in another way", "");
        long counted = at.home().number("select max(failures) from mediation.invitation");
        evaluated("PINs of a mediation link", counted, PasswordsGuessed.A_NAME);
        try (Visitor owner = Visitor.stranger()) {
            int status = owner.post(ENTER, Map.of("token", token, "code", link.group(2)))
                    .status();
            at.hold(status == 404, "the link opens after five wrong PINs", status);
        }
    }

    private static List<Visitor> twins(Visitor owner) throws IOException {
        List<Visitor> twins = new ArrayList<>();
        for (int i = 0; i < Burst.WIDTH; i++) {
            twins.add(owner.twin());
        }
        return twins;
    }

    private void evaluated(String what, long many, int allowed) {
        at.figures().put("evaluated: " + what, many);
        at.hold(many <= allowed, "more guesses were evaluated than a window allows: " + what, many);
        at.hold(many > 0, "the rig: nothing was evaluated: " + what, many);
    }
}
