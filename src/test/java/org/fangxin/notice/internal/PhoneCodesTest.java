package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Contacts;
import org.fangxin.cipher.CipherDevice;
import org.fangxin.cipher.Ciphers;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.PhoneCodeStore;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@FangxinTest
class PhoneCodesTest {
    private static final Actor COMPLAINANT = Actor.party("P1", Role.COMPLAINANT);

    @Autowired
    CaseFiles cases;

    @Autowired
    PhoneCodeStore store;

    @Autowired
    OutboxStore outbox;

    @Autowired
    Contacts contacts;

    @Autowired
    CipherDevice device;

    @Autowired
    Ciphers ciphers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    InstantSource clock;

    AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    PhoneCodes codes;
    String caseNo;

    @BeforeEach
    void aComplaint() {
        codes = new PhoneCodes(
                store,
                outbox,
                contacts,
                new Carriers(List.of(new Working())),
                cases,
                device,
                ciphers,
                transaction,
                () -> clock.instant().plus(later.get()));
        caseNo = new NoticeCases(cases, clock).online();
    }

    @Test
    void recordsAMatchOnceTheRightCodeIsTyped() {
        codes.send(caseNo, COMPLAINANT);
        String code = sent();

        codes.check(caseNo, COMPLAINANT, code.substring(0, 3) + " " + code.substring(3));

        assertThat(identity()).contains("MATCHED");
        refused(code, "身份已经核对过了，不用再核对。");
    }

    @Test
    void countsWrongOnesAndTakesTheCodeAwayAfterFive() {
        codes.send(caseNo, COMPLAINANT);
        String code = sent();
        String wrong = code.equals("000000") ? "000001" : "000000";

        for (int left = 4; left > 0; left--) {
            refused(wrong, "验证码不对，还可以试 " + left + " 次。");
        }
        refused(wrong, "错了 5 次，这个验证码不能再用。请重新获取。");
        refused(code, "错了 5 次，这个验证码不能再用。请重新获取。");
        assertThat(identity()).isEmpty();
    }

    @Test
    void takesNoCodeAfterTenMinutesAndNoneThatANewerOneReplaced() {
        codes.send(caseNo, COMPLAINANT);
        String first = sent();
        later.set(Duration.ofMinutes(2));
        codes.send(caseNo, COMPLAINANT);
        String second = sent();
        if (!first.equals(second)) {
            refused(first, "验证码不对，还可以试 4 次。");
        }
        later.set(Duration.ofMinutes(13));
        refused(second, "验证码已过 10 分钟，不能用了。请重新获取。");
    }

    @Test
    void sendsOneAMinuteAndFiveADay() {
        for (int i = 0; i < 5; i++) {
            codes.send(caseNo, COMPLAINANT);
            assertThatThrownBy(() -> codes.send(caseNo, COMPLAINANT)).hasMessageStartingWith("一分钟内只能获取一次。");
            later.updateAndGet(before -> before.plus(Duration.ofMinutes(2)));
        }
        assertThatThrownBy(() -> codes.send(caseNo, COMPLAINANT)).hasMessageStartingWith("一天最多获取 5 次验证码。");
    }

    @Test
    void asksNobodyWhoOnlyReported() {
        assertThatThrownBy(() -> codes.send(caseNo, Actor.party("REPORTER", Role.REPORTER)))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.status()).isEqualTo(404));
    }

    @Test
    void keepsTheCodeOutOfTheOutbox() {
        codes.send(caseNo, COMPLAINANT);
        String code = sent();

        assertThat(rows()).noneSatisfy(row -> assertThat(row.facts().toString()).contains(code));
    }

    private void refused(String code, String sentence) {
        assertThatThrownBy(() -> codes.check(caseNo, COMPLAINANT, code)).hasMessage(sentence);
    }

    private Optional<String> identity() {
        return Optional.ofNullable(Scopes.within(Scope.SYSTEM, () -> cases.find(caseNo))
                .orElseThrow()
                .complaint()
                .material()
                .identity());
    }

    /** What the telephone would show. */
    private String sent() {
        String id = rows().stream()
                .filter(row -> row.template().equals("code"))
                .findFirst()
                .orElseThrow()
                .facts()
                .get("code");
        return Scopes.within(
                Scope.SYSTEM,
                () -> transaction.execute(status -> codes.opened(id).orElseThrow()));
    }

    private List<Row> rows() {
        List<Row> rows = Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> outbox.ofCase(caseNo)));
        return new ArrayList<>(rows);
    }

    /** A gateway that is there; nothing of it is used here. */
    private static final class Working implements Carrier {
        @Override
        public NoticeChannel channel() {
            return NoticeChannel.SMS;
        }

        @Override
        public Optional<String> off() {
            return Optional.empty();
        }

        @Override
        public Outcome carry(Parcel parcel) {
            return new Outcome.Accepted("");
        }
    }
}
