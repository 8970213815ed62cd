package org.fangxin.notice.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Contacts;
import org.fangxin.casefile.Contacts.Means;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.cipher.CipherDevice;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.KeyUse;
import org.fangxin.cipher.Place;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Fresh;
import org.fangxin.notice.store.OutboxStore.State;
import org.fangxin.notice.store.PhoneCodeStore;
import org.fangxin.notice.store.PhoneCodeStore.Made;
import org.fangxin.problem.Problem;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether a complainant holds the telephone that he named (Art. 10): six digits by SMS, ten minutes, five tries. Never for
 * reporters: who they are is nobody's to check here (Art. 37).
 */
@Component
public class PhoneCodes {
    /** How long a code may be used. */
    public static final Duration VALID = Duration.ofMinutes(10);

    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int A_DAY = 5;
    private static final int TRIES = 5;
    private static final int RANGE = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PhoneCodeStore store;
    private final OutboxStore outbox;
    private final Contacts contacts;
    private final Carriers carriers;
    private final CaseFiles cases;
    private final CipherDevice device;
    private final Ciphers ciphers;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    PhoneCodes(
            PhoneCodeStore store,
            OutboxStore outbox,
            Contacts contacts,
            Carriers carriers,
            CaseFiles cases,
            CipherDevice device,
            Ciphers ciphers,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.contacts = contacts;
        this.carriers = carriers;
        this.cases = cases;
        this.device = device;
        this.ciphers = ciphers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends a code to the telephone of the case's complainant; every earlier one is over. */
    public void send(String caseNo, Actor actor) {
        within(() -> {
            CaseState state = checkable(caseNo, actor);
            String party = partyOf(actor);
            Instant now = clock.instant();
            if (!carriers.working(NoticeChannel.SMS)) {
                throw Problem.conflict("现在发不了短信。请上传身份证明，或者到窗口核对。", Map.of());
            }
            if (!contacts.means(caseNo, party).contains(Means.MOBILE)) {
                throw Problem.conflict("登记的不是手机号，收不到短信。请上传身份证明，或者到窗口核对。", Map.of());
            }
            limit(caseNo, now);
            UUID id = UUID.randomUUID();
            String code = "%06d".formatted(RANDOM.nextInt(RANGE));
            int key = device.activeKey(KeyUse.BLIND_INDEX);
            byte[] sealed = ciphers.party().encrypt(code, place(id));
            store.insert(id, caseNo, party, key, mac(key, id, code), sealed, now, now.plus(VALID));
            outbox.insert(
                    new Fresh(
                            caseNo,
                            state.agency(),
                            "code:" + id,
                            party,
                            PartyRole.COMPLAINANT,
                            List.of(),
                            "code",
                            Map.of("code", id.toString()),
                            NoticeChannel.SMS,
                            State.WAITING,
                            now),
                    now);
            return Boolean.TRUE;
        });
    }

    /** Compares what was typed; right, it is recorded with the case. */
    public void check(String caseNo, Actor actor, String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{6}")) {
            throw Problem.invalid("code", "format", "验证码是 6 位数字。");
        }
        // a wrong try is counted even though it is refused: the refusal comes after the transaction
        Optional<Problem> refused = within(() -> {
            checkable(caseNo, actor);
            return compare(caseNo, partyOf(actor), digits);
        });
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private Optional<Problem> compare(String caseNo, String party, String digits) {
        Instant now = clock.instant();
        Optional<Made> newest =
                store.newest(caseNo).filter(made -> made.partyId().equals(party));
        if (newest.isEmpty()) {
            return refusal("none", "请先点“获取验证码”。");
        }
        Made made = newest.get();
        if (made.usedAt() != null) {
            return refusal("used", "这个验证码已经用过了。要再核对，请重新获取。");
        }
        if (!made.expiresAt().isAfter(now)) {
            return refusal("expired", "验证码已过 10 分钟，不能用了。请重新获取。");
        }
        if (made.tries() >= TRIES) {
            return refusal("too-many", "错了 5 次，这个验证码不能再用。请重新获取。");
        }
        if (!MessageDigest.isEqual(made.mac(), mac(made.macKey(), made.id(), digits))) {
            store.tried(made.id());
            int left = TRIES - made.tries() - 1;
            return left == 0
                    ? refusal("too-many", "错了 5 次，这个验证码不能再用。请重新获取。")
                    : refusal("wrong", "验证码不对，还可以试 " + left + " 次。");
        }
        store.used(made.id(), now);
        cases.act(
                caseNo,
                Act.RECORD_IDENTITY_CHECK,
                Actor.SYSTEM,
                null,
                Map.of("result", "MATCHED", "means", "PHONE_CODE"),
                "phone-code:" + made.id());
        return Optional.empty();
    }

    private static Optional<Problem> refusal(String code, String sentence) {
        return Optional.of(Problem.invalid("code", code, sentence));
    }

    private CaseState checkable(String caseNo, Actor actor) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        if (state.kind() != Kind.COMPLAINT || !actor.has(Role.COMPLAINANT)) {
            throw Problem.notFound();
        }
        if ("MATCHED".equals(state.complaint().material().identity())) {
            throw Problem.conflict("身份已经核对过了，不用再核对。", Map.of());
        }
        if (state.closedAt() != null) {
            throw Problem.conflict("本件已办结，不用再核对身份。", Map.of());
        }
        return state;
    }

    private void limit(String caseNo, Instant now) {
        boolean lately = store.newest(caseNo)
                .filter(made -> made.madeAt().plus(BETWEEN).isAfter(now))
                .isPresent();
        if (lately) {
            throw tooOften("一分钟内只能获取一次。没收到短信的，请等一分钟再试。");
        }
        if (store.madeSince(caseNo, now.minus(Duration.ofDays(1))) >= A_DAY) {
            throw tooOften("一天最多获取 5 次验证码。请明天再试，或者上传身份证明。");
        }
    }

    private static Problem tooOften(String sentence) {
        return new Problem(429, "too-many", "太频繁", sentence, List.of(), Map.of());
    }

    /** The code of a message that is going out; empty once it is over. */
    Optional<String> opened(String id) {
        UUID codeId = UUID.fromString(id);
        return store.sealed(codeId, clock.instant()).map(kept -> ciphers.party().decrypt(kept, place(codeId)));
    }

    @Scheduled(fixedDelayString = "${fangxin.notice.codes-every-ms:3600000}")
    void sweep() {
        within(() -> store.sweep(clock.instant().minus(Duration.ofDays(2))));
    }

    private byte[] mac(int key, UUID id, String code) {
        return device.mac(key, ("PHONE-CODE\0" + id + "\0" + code).getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(UUID id) {
        return new Place("notice.phone_code", "sealed", id.toString());
    }

    private static String partyOf(Actor actor) {
        return actor.id().substring(actor.id().indexOf(':') + 1);
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())));
    }
}
