package org.fangxin.safety;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fangxin.safety.Visitor.Answer;
import org.jspecify.annotations.Nullable;

/** Words that open by themselves: long enough, not guessed from others, once, for their time, and never nearly right. */
final class TokensTried {
    private static final int SAMPLE = 150;
    private static final int BITS = 128;
    private static final double FIVE_ERRORS = 5;
    private static final int ACCESS_SECONDS = 15 * 60;
    private static final int INVITATION_HOURS = 72;
    private static final String INVITATION = "/api/v1/merchant/invitation";
    private static final String ACCEPT = INVITATION + "/acceptance";

    private final Premises at;

    TokensTried(Premises at) {
        this.at = at;
    }

    /** Links for merchants' accounts. */
    void invitations() throws Exception {
        String member = at.text(
                "select member_id from greenchannel.member where agency_code = '620823' and state = 'JOINED' limit 1");
        try (Visitor officer = Visitor.signedIn("kezhang", Premises.PASSWORD);
                Visitor stranger = Visitor.stranger()) {
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < SAMPLE; i++) {
                Answer made = officer.post("/api/v1/green-channel/members/" + member + "/invitations", Map.of());
                tokens.add(made.text("/token"));
            }
            random("invitations", tokens);
            long longest = at.home().number("""
                    select ceil(extract(epoch from max(expires_at - made_at)) / 3600) from greenchannel.invitation""");
            at.hold(longest <= INVITATION_HOURS, "an invitation lives longer than it should (hours)", longest);
            at.figures().put("hoursOfAnInvitation", longest);
            String token = tokens.getFirst();
            for (String near : near(token)) {
                Answer answer = stranger.beside().post(INVITATION, body(near));
                at.hold(answer.status() == 404 || answer.status() == 400, "a token that is not right is taken", near);
            }
            once(token);
            at.home().run("update greenchannel.invitation set expires_at = now() - interval '1 second'");
            int late = stranger.post(INVITATION, Map.of("token", tokens.get(1))).status();
            at.hold(late == 404, "an invitation is good after its time", late);
        }
    }

    /** Of fifty who accept at once, each under a name of his own. */
    private void once(String token) throws Exception {
        List<Visitor> all = new ArrayList<>();
        Map<Visitor, String> names = new HashMap<>();
        for (int i = 0; i < Burst.WIDTH; i++) {
            Visitor visitor = Visitor.stranger();
            all.add(visitor);
            names.put(visitor, "invited" + i);
        }
        List<Answer> answers = Burst.byEach(
                all,
                one -> one.post(
                        ACCEPT,
                        Map.of(
                                "token",
                                token,
                                "username",
                                String.valueOf(names.get(one)),
                                "displayName",
                                "样例店员",
                                "password",
                                "Another-Good-1-Word")));
        long made = at.home().number("select count(*) from identity.person where username like 'invited%'");
        at.figures().put("accountsByOneInvitation", made);
        at.hold(made == 1 && Burst.count(answers, 204) == 1, "one invitation did not make one account", made);
        all.forEach(Visitor::close);
    }

    /** Sessions of one account: their ids, what is nearly one, and one that was left alone. */
    void sessions() throws Exception {
        at.hire("session", 1);
        List<String> cookies = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        try (Visitor visitor = Visitor.stranger()) {
            for (int i = 0; i < SAMPLE / 2; i++) {
                Visitor one = visitor.beside();
                one.signIn("session0", Premises.PASSWORD);
                cookies.add(one.cookie());
                ids.add(id(one.cookie()));
            }
            random("session ids", ids);
            String right = ids.getFirst();
            at.hold(signedIn(visitor, right), "the rig: a right session id is refused", "");
            for (String near : near(right)) {
                at.hold(near == null || !signedIn(visitor, near), "a session id that is not right is taken", near);
            }
            at.home().run("""
                    update identity.spring_session
                       set last_access_time = last_access_time - 901000, expiry_time = expiry_time - 901000""");
            at.hold(!signedIn(visitor, ids.get(1)), "a session is good after a quarter of an hour without use", "");
            at.hold(cookies.stream().distinct().count() == cookies.size(), "one session twice", "");
        }
    }

    private static boolean signedIn(Visitor visitor, String id) throws Exception {
        String cookie = Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        return visitor.beside()
                .withCookie("FANGXIN=" + cookie)
                .get(Visitor.SESSION)
                .json()
                .path("signedIn")
                .asBoolean();
    }

    private static String id(String cookie) {
        String value = cookie.substring(cookie.indexOf('=') + 1);
        return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }

    /** A program's key and what it gets for it. */
    void programs() throws Exception {
        try (Visitor sysadmin = Visitor.signedIn("demo-sysadmin", Premises.PASSWORD);
                Visitor secadmin = Visitor.signedIn("demo-secadmin", Premises.PASSWORD);
                Visitor program = Visitor.stranger()) {
            Answer made = sysadmin.post(
                    "/api/v1/clients",
                    Map.of("displayName", "样例对接程序", "agency", "620823", "roles", List.of("HANDLER")));
            String client = made.text("/clientId");
            String secret = made.text("/clientSecret");
            random("program secrets", List.of(secret));
            secadmin.put("/api/v1/clients/" + client + "/roles", Map.of("roles", List.of("HANDLER")));
            for (String near : near(secret)) {
                int status = token(program, client, near).status();
                at.hold(status == 401 || status == 400, "a secret that is not right is taken", near);
            }
            Answer given = token(program, client, secret);
            int life = given.json().path("expires_in").asInt();
            at.hold(life > 0 && life <= ACCESS_SECONDS, "an access token lives longer than a quarter of an hour", life);
            String token = given.text("/access_token");
            at.hold(called(program, token) == 200, "the rig: a program is not let in", called(program, token));
            for (String forged : forged(token)) {
                at.hold(called(program, forged) == 401, "a forged access token is taken", forged);
            }
            sysadmin.send("DELETE", "/api/v1/clients/" + client, null);
            at.hold(called(program, token) == 401, "a removed program is let in", "");
            at.figures().put("secondsOfAnAccessToken", life);
        }
    }

    private static Answer token(Visitor program, String client, @Nullable String secret) throws Exception {
        String who = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return program.beside()
                .saying("Authorization", "Basic " + who)
                .saying("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/oauth2/token", "grant_type=client_credentials");
    }

    private static int called(Visitor program, String token) throws Exception {
        return program.beside()
                .saying("Authorization", "Bearer " + token)
                .get(SessionsEnded.CASES)
                .status();
    }

    /** Another subject, no algorithm, a symmetric one, another signature, none. */
    private static List<String> forged(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = encoded(claims.replaceAll("\"sub\":\"[^\"]*\"", "\"sub\":\"p-system\""));
        return List.of(
                parts[0] + "." + other + "." + parts[2],
                encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".",
                encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2],
                parts[0] + "." + parts[1] + "." + encoded("0".repeat(64)),
                parts[0] + "." + parts[1] + ".",
                parts[1]);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing, nearly right, and what careless programs take for nothing. */
    private static List<@Nullable String> near(String token) {
        List<@Nullable String> near = new ArrayList<>();
        near.add(null);
        near.addAll(List.of("", " ", "null", "undefined", "0", "%", "*", "[]", "\u200b"));
        near.add(token.toLowerCase(Locale.ROOT));
        near.add(token.toUpperCase(Locale.ROOT));
        near.add(token.substring(1));
        near.add(token.substring(0, token.length() - 1));
        near.add(token + "A");
        near.add(new StringBuilder(token).reverse().toString());
        return near;
    }

    private static Map<String, @Nullable Object> body(@Nullable String token) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("token", token);
        return body;
    }

    /** As long as it should be, none twice, and each bit as often set as not, as far as so many can tell. */
    private void random(String what, List<String> tokens) throws IOException {
        at.hold(tokens.stream().distinct().count() == tokens.size(), "one twice of " + what, "");
        int bits = Integer.MAX_VALUE;
        int[] set = new int[Byte.SIZE * 64];
        for (String token : tokens) {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            bits = Math.min(bits, bytes.length * Byte.SIZE);
            for (int i = 0; i < bytes.length * Byte.SIZE; i++) {
                set[i] += bytes[i / Byte.SIZE] >> i % Byte.SIZE & 1;
            }
        }
        at.hold(bits >= BITS, "shorter than 128 bits: " + what, bits);
        double error = Math.sqrt(tokens.size()) / 2;
        for (int i = 0; tokens.size() > 1 && i < bits; i++) {
            double away = Math.abs(set[i] - tokens.size() / 2.0) / error;
            at.hold(away < FIVE_ERRORS, "a bit can be guessed: " + what, i + ": " + set[i]);
        }
        at.figures().put("bits: " + what, bits);
    }
}
