package org.fangxin.safety;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fangxin.safety.Visitor.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ways around the second factor for somebody who has the password. */
final class FactorSkipped {
    private static final String NAME = "careful0";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Premises at;

    FactorSkipped(Premises at) {
        this.at = at;
    }

    void skip() throws Exception {
        at.hire("careful", 1);
        try (Visitor before = Visitor.signedIn(NAME, Premises.PASSWORD);
                Visitor owner = Visitor.signedIn(NAME, Premises.PASSWORD);
                Visitor half = Visitor.stranger()) {
            Telephone.enrolled(owner);
            at.hold(before.get(SessionsEnded.CASES).status() == 401, "a session from before the factor stays open", "");
            at.hold(owes(half.signIn(NAME, Premises.PASSWORD)), "the password alone signs in", "");
            halfIsNobody(half);
            byOtherDoors();
            byWords();
            byReset();
        }
    }

    private static boolean owes(Answer answer) {
        return answer.status() == 200
                && !answer.json().path("signedIn").asBoolean()
                && answer.text("/secondFactor").equals("CODE_WANTED")
                && answer.text("/csrfToken").isEmpty();
    }

    /** Every call of the API's document is answered to who owes the code as to who never came. */
    private void halfIsNobody(Visitor half) throws Exception {
        JsonNode contract = JSON.readTree(Files.readAllBytes(Requests.CONTRACT));
        int calls = 0;
        Visitor nobody = Visitor.stranger();
        for (Map.Entry<String, JsonNode> path : contract.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                String method = call.getKey().toUpperCase(Locale.ROOT);
                String where = path.getKey().replaceAll("\\{\\w+}", "1");
                boolean signsOut = where.equals(Visitor.SESSION) && !method.equals("POST");
                if (signsOut || call.getValue().toString().contains("text/event-stream")) {
                    continue;
                }
                String body = method.equals("GET") ? null : "{}";
                int owing = half.send(method, where, body).status();
                int none = nobody.send(method, where, body).status();
                at.hold(owing == none, "who owes the code is not nobody", method + " " + where + ": " + owing);
                calls++;
            }
        }
        nobody.close();
        at.hold(
                half.get(Visitor.SESSION).text("/secondFactor").equals("CODE_WANTED"),
                "the rig: the half session is over",
                "");
        at.figures().put("callsOfAHalfSession", calls);
    }

    /** The password at every door that takes one. */
    private void byOtherDoors() throws Exception {
        String basic =
                Base64.getEncoder().encodeToString((NAME + ":" + Premises.PASSWORD).getBytes(StandardCharsets.UTF_8));
        String grant = "grant_type=password&username=" + NAME + "&password=" + Premises.PASSWORD;
        List<Answer> answers = new ArrayList<>();
        try (Visitor visitor = Visitor.stranger()) {
            answers.add(
                    visitor.beside().saying("Authorization", "Basic " + basic).get(SessionsEnded.CASES));
            answers.add(
                    visitor.beside().saying("Authorization", "Bearer " + basic).get(SessionsEnded.CASES));
            answers.add(visitor.beside()
                    .saying("Cookie", "remember-me=" + basic + "; SPRING_SECURITY_REMEMBER_ME_COOKIE=" + basic)
                    .get(SessionsEnded.CASES));
            answers.add(
                    visitor.beside().saying("X-Original-URL", "/api/v1/session").get(SessionsEnded.CASES));
            for (String who : List.of("Basic " + basic, "")) {
                Visitor program = visitor.beside().saying("Content-Type", "application/x-www-form-urlencoded");
                if (!who.isEmpty()) {
                    program.saying("Authorization", who);
                }
                answers.add(program.send("POST", "/oauth2/token", grant));
                answers.add(program.send("POST", "/oauth2/token", "grant_type=client_credentials"));
            }
        }
        for (Answer answer : answers) {
            at.hold(
                    answer.status() >= 400 && answer.status() < 500,
                    "the password alone opens another door",
                    answer.status());
        }
        at.figures().put("otherDoors", answers.size());
    }

    /** Words beside name and password that nobody may set by naming them. */
    private void byWords() throws Exception {
        Map<String, Object> words = new LinkedHashMap<>(Map.of("username", NAME, "password", Premises.PASSWORD));
        words.putAll(Map.of(
                "secondFactor",
                "NONE",
                "signedIn",
                true,
                "code",
                "",
                "rememberMe",
                true,
                "remember-me",
                "on",
                "factor",
                "NONE"));
        try (Visitor visitor = Visitor.stranger()) {
            Answer answer = visitor.post(Visitor.SESSION, words);
            at.hold(answer.status() == 400 || owes(answer), "a word beside the password signs in", answer.body());
            for (String code : List.of("", " ", "000000", "null", "\u0000", "123456 or 1=1")) {
                visitor.signIn(NAME, Premises.PASSWORD);
                int status = CodesGuessed.give(visitor, code).status();
                at.hold(status >= 400 && status < 500, "an empty or invented code is taken", code + " " + status);
                at.forgetGuesses();
            }
        }
    }

    /** A new password does not take the factor away, and whose factor is taken away can do nothing but enrol anew. */
    private void byReset() throws Exception {
        String path = "/api/v1/people/p-" + NAME;
        try (Visitor sysadmin = Visitor.signedIn("demo-sysadmin", Premises.PASSWORD);
                Visitor secadmin = Visitor.signedIn("demo-secadmin", Premises.PASSWORD);
                Visitor visitor = Visitor.stranger()) {
            String fresh = sysadmin.post(path + "/reset-password", Map.of()).text("/initialPassword");
            at.hold(owes(visitor.signIn(NAME, fresh)), "a reset password signs in without the code", "");
            refused(
                    sysadmin.post(path + "/reset-second-factor", Map.of("reason", "DEVICE_LOST")),
                    "the system administrator");
            refused(
                    visitor.post(path + "/reset-second-factor", Map.of("reason", "DEVICE_LOST")),
                    "its owner by the password");
            Answer reset = secadmin.post(path + "/reset-second-factor", Map.of("reason", "DEVICE_LOST"));
            at.hold(reset.status() == 200, "the rig: the factor is not taken back", reset.status() + reset.body());
            at.hold(
                    !CodesGuessed.give(visitor, "000000")
                            .json()
                            .path("signedIn")
                            .asBoolean(),
                    "a half session opens",
                    "");
            Answer in = visitor.signIn(NAME, fresh);
            at.hold(in.text("/secondFactor").equals("REQUIRED"), "who lost the factor need not enrol", in.body());
            at.hold(visitor.get(SessionsEnded.CASES).status() == 403, "who has to enrol may work", "");
        }
    }

    private void refused(Answer answer, String by) {
        at.hold(answer.status() >= 400 && answer.status() < 500, "the factor is taken away by " + by, answer.status());
    }
}
