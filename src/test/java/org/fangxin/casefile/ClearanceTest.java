package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.ComplaintMother.HANDLER;
import static org.fangxin.casefile.ComplaintMother.MEDIATOR;

import java.util.List;
import org.fangxin.casefile.entry.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Art. 37, last clause: what may go to the respondent is confirmed by the officer in charge before it leaves. */
class ClearanceTest {
    private static Decision clears(Object... fields) {
        return ComplaintMother.accepted().asks(Act.CLEAR_FOR_RESPONDENT, HANDLER, fields);
    }

    @Test
    void theOfficerInChargeConfirmsWhatTheRespondentGets() {
        var complaint = ComplaintMother.accepted()
                .does(
                        Act.CLEAR_FOR_RESPONDENT,
                        HANDLER,
                        "dispute",
                        "冰箱第二天不制冷，商家不退。",
                        "contact",
                        "RELAY",
                        "contactText",
                        "95013-0001",
                        "files",
                        List.of("f-1", "f-1"),
                        "purchasedOn",
                        "2026-05-02");
        assertThat(complaint.last.entries())
                .containsExactly(new Entry.RespondentCleared(
                        "SURNAME", List.of("f-1"), "RELAY", java.time.LocalDate.of(2026, 5, 2)));
    }

    @Test
    void aMediatorWhoIsNotInChargeConfirmsNothing() {
        assertThat(ComplaintMother.accepted()
                        .refuses(Act.CLEAR_FOR_RESPONDENT, MEDIATOR, "dispute", "不制冷。", "contact", "AGENCY")
                        .code())
                .isEqualTo("ROLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"另外他还举报了虚假宣传。", "他也举 报了。", "消费者已经检举。"})
    void thatThereIsAReportNeverLeaves(String dispute) {
        assertThat(clears("dispute", dispute, "contact", "AGENCY"))
                .isInstanceOfSatisfying(
                        Decision.Refused.class, no -> assertThat(no.articles()).containsExactly("第三十七条"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"电话 138 0000 0000", "电话１３８００００００００", "证号11010519491231002X", "写信到 a.b@example.cn 退款"})
    void numbersOfPeopleNeverLeaveInFreeText(String dispute) {
        assertThat(clears("dispute", dispute, "contact", "AGENCY"))
                .isInstanceOfSatisfying(
                        Decision.Invalid.class,
                        bad -> assertThat(bad.faults().getFirst().field()).isEqualTo("dispute"));
    }

    @Test
    void theirOwnTelephoneGoesOnlyWithTheirConsent() {
        assertThat(clears("dispute", "不制冷。", "contact", "OWN_PHONE"))
                .isInstanceOfSatisfying(
                        Decision.Refused.class, no -> assertThat(no.code()).isEqualTo("CONTACT_CONSENT"));
        assertThat(clears("dispute", "不制冷。", "contact", "OWN_PHONE", "contactConsent", true))
                .isInstanceOf(Decision.Taken.class);
    }

    @Test
    void aFullNameIsRefusedWhereTheAgencyGivesSurnamesOnly() {
        var complaint = ComplaintMother.accepted();
        complaint.does(Act.CLEAR_FOR_RESPONDENT, HANDLER, "dispute", "不制冷。", "contact", "AGENCY", "nameShown", "FULL");
        complaint.world.with("respondent.complainantName", "SURNAME");
        assertThat(complaint
                        .refuses(
                                Act.CLEAR_FOR_RESPONDENT,
                                HANDLER,
                                "dispute",
                                "不制冷。",
                                "contact",
                                "AGENCY",
                                "nameShown",
                                "FULL")
                        .code())
                .isEqualTo("SURNAME_ONLY");
    }
}
