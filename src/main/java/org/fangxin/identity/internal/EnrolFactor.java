package org.fangxin.identity.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.FactorStore;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A person takes a second factor into use, or another in its place: a secret is drawn and shown this once, and counts when a
 * code made with it was given. Nobody but the person sees it, and nobody puts it aside alone.
 */
@Component
public class EnrolFactor {
    private static final String BEGIN = "SECOND_FACTOR_BEGIN";
    private static final String CONFIRM = "SECOND_FACTOR_ENROL";
    private static final String RENEW = "RECOVERY_CODES";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int CODES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a step of enrolling came to. */
    public sealed interface Result {
        /** @param secret base32 @param link what the QR code says */
        record Begun(String secret, String link) implements Result {}

        /** @param welcome the account as it stands now, for the session that goes on */
        record Codes(List<String> recoveryCodes, SignIn.Outcome.Welcome welcome) implements Result {}

        record Locked(Instant until) implements Result {}
    }

    private final InScope inScope;
    private final PersonStore people;
    private final FactorStore factors;
    private final FactorCodes codes;
    private final Proof proof;
    private final AuditTrail audit;
    private final SignIn signIn;
    private final InstantSource time;

    EnrolFactor(
            InScope inScope,
            PersonStore people,
            FactorStore factors,
            FactorCodes codes,
            Proof proof,
            AuditTrail audit,
            SignIn signIn,
            InstantSource time) {
        this.inScope = inScope;
        this.people = people;
        this.factors = factors;
        this.codes = codes;
        this.proof = proof;
        this.audit = audit;
        this.signIn = signIn;
        this.time = time;
    }

    /** Draws a secret. What is in use stays so until the new one is confirmed. */
    public Result begin(SignedIn who, @Nullable String password, @Nullable String code, String from) {
        Optional<Instant> locked = proof.require(who, BEGIN, password, code, from);
        if (locked.isPresent()) {
            return new Result.Locked(locked.get());
        }
        byte[] secret = new byte[TimeCode.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        inScope.everywhere(() -> {
            factors.begin(who.personId(), secret, time.instant());
            audit.append(Draft.of(who, BEGIN).about(who.personId()).ended("OK", from));
            return true;
        });
        String text = TimeCode.base32(secret);
        return new Result.Begun(text, link(who.username(), text));
    }

    /**
     * Takes into use what was begun; the person's other sessions end.
     *
     * @throws Problem 422 when nothing was begun, or too long ago, or the code is not of it
     */
    public Result.Codes confirm(SignedIn who, String code, String from) {
        List<String> fresh = inScope.everywhere(() -> {
            Instant now = time.instant();
            byte[] secret = factors.begun(who.personId(), now.minus(PATIENCE))
                    .orElseThrow(() -> Problem.invalid("code", "not-begun", "密钥已经过期，请重新开始。"));
            OptionalLong step = FactorCodes.stepOf(code, secret, now);
            if (step.isEmpty()) {
                throw Problem.invalid("code", "wrong", "动态码不对。请看手机上的时间准不准，再填现在显示的六位数字。");
            }
            factors.confirm(who.personId(), secret, now);
            factors.use(who.personId(), step.getAsLong());
            people.endSessions(who.personId());
            audit.append(Draft.of(who, CONFIRM).about(who.personId()).ended("OK", from));
            return replaceCodes(who.personId());
        });
        return new Result.Codes(fresh, signIn.again(who.personId()));
    }

    /** Ten new recovery codes; the earlier ones are void. */
    public Result renewCodes(SignedIn who, @Nullable String code, String from) {
        if (inScope.everywhere(() -> factors.secret(who.personId())).isEmpty()) {
            throw Problem.invalid("code", "not-enrolled", "还没有启用动态口令，请先启用。");
        }
        Optional<Instant> locked = proof.require(who, RENEW, null, code, from);
        if (locked.isPresent()) {
            return new Result.Locked(locked.get());
        }
        List<String> fresh = inScope.everywhere(() -> {
            audit.append(Draft.of(who, RENEW).about(who.personId()).ended("OK", from));
            return replaceCodes(who.personId());
        });
        return new Result.Codes(fresh, signIn.again(who.personId()));
    }

    /** Since when it is in use, and how many recovery codes are left. */
    public record State(Optional<Instant> since, int codesLeft) {}

    public State state(SignedIn who) {
        return inScope.everywhere(
                () -> new State(factors.confirmedAt(who.personId()), factors.codesLeft(who.personId())));
    }

    private List<String> replaceCodes(String personId) {
        List<String> fresh = Stream.generate(Tokens::recoveryCode).limit(CODES).toList();
        factors.replaceCodes(
                personId, fresh.stream().map(one -> codes.digest(personId, one)).toList());
        return fresh;
    }

    private static String link(String username, String secret) {
        String issuer = URLEncoder.encode("放心12315", StandardCharsets.UTF_8);
        return "otpauth://totp/" + issuer + ":" + username + "?secret=" + secret + "&issuer=" + issuer;
    }
}
