package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.ARCHIVIST;
import static org.fangxin.casefile.CaseWalk.HANDLER;
import static org.fangxin.casefile.CaseWalk.REGISTRAR;

import java.time.LocalDate;
import org.fangxin.casefile.entry.Entry;
import org.junit.jupiter.api.Test;

/** Consultations and suggestions: outside Order 121 (Art. 44), promises only. */
class InquiryTest {
    @Test
    void aConsultationIsPromisedAnAnswerInADayAndASuggestionInFifteenWorkingDays() {
        CaseWalk consultation = CaseWalk.consultation();
        assertThat(consultation.counts("promise.consultation.answer")).isTrue();
        assertThat(CaseWalk.suggestion().due("promise.suggestion.answer")).isEqualTo(LocalDate.of(2026, 5, 26));
        consultation.does(Act.ANSWER, REGISTRAR, "text", "七日内可以无理由退货。");
        assertThat(consultation.clockOf("promise.consultation.answer")).isEqualTo(Clock.State.MET);
        consultation.does(Act.ARCHIVE, ARCHIVIST);
        assertThat(consultation.state.endedAs()).isEqualTo(Stage.ANSWERED);
    }

    @Test
    void aSuggestionIsAnsweredWithWhatBecameOfIt() {
        CaseWalk suggestion = CaseWalk.suggestion();
        assertThat(suggestion.asks(Act.ANSWER, HANDLER, "text", "谢谢。")).isInstanceOf(Decision.Invalid.class);
        assertThat(suggestion.asks(Act.ANSWER, HANDLER, "result", "ADOPTED")).isInstanceOf(Decision.Invalid.class);
        suggestion.does(Act.REFER, HANDLER, "text", "计量科");
        assertThat(suggestion.state.stage()).isEqualTo(Stage.CONSIDERING);
        suggestion.does(Act.ANSWER, HANDLER, "text", "已经采纳。", "result", "ADOPTED");
        assertThat(suggestion.state.closedAt()).isNotNull();
    }

    @Test
    void theNumberOfAnArticleAloneIsNoAnswerBecauseTheAskerReadsTheText() {
        CaseWalk consultation = CaseWalk.consultation();
        assertThat(consultation.asks(Act.ANSWER, HANDLER, "knowledgeId", "K3-1"))
                .isInstanceOf(Decision.Invalid.class);
        consultation.does(Act.ANSWER, HANDLER, "knowledgeId", "K3-1", "text", "七日内可以无理由退货。");
        assertThat(consultation.state.stage()).isEqualTo(Stage.ANSWERED);
    }

    @Test
    void whatAsksForSomethingElseIsToldThePath() {
        CaseWalk consultation = CaseWalk.consultation();
        assertThat(consultation.asks(Act.REDIRECT, HANDLER)).isInstanceOf(Decision.Invalid.class);
        consultation.does(Act.REDIRECT, HANDLER, "path", "RECONSIDERATION");
        assertThat(consultation.state.stage()).isEqualTo(Stage.REDIRECTED);
    }

    @Test
    void foodThatIsNotOursIsHandedOverInWriting() {
        CaseWalk consultation = CaseWalk.consultation();
        assertThat(consultation.asks(Act.HAND_OVER, HANDLER, "body", "HEALTH")).isInstanceOf(Decision.Invalid.class);
        consultation.does(Act.HAND_OVER, HANDLER, "body", "HEALTH", "paperNo", "崇市监函〔2026〕8号");
        assertThat(consultation.state.stage()).isEqualTo(Stage.REDIRECTED);
    }

    @Test
    void aConversionNeedsTheAskersConsentAndCountsFromNow() {
        CaseWalk consultation = CaseWalk.consultation().at("2026-05-08T11:00");
        assertThat(consultation
                        .refuses(Act.CONVERT, HANDLER, "kind", "COMPLAINT")
                        .code())
                .isEqualTo("AGREED");
        assertThat(consultation.asks(Act.CONVERT, HANDLER, "kind", "SUGGESTION", "agreed", true))
                .isInstanceOf(Decision.Invalid.class);
        consultation.does(Act.CONVERT, HANDLER, "kind", "COMPLAINT", "agreed", true);
        Entry.Received there = consultation.last.opens().getFirst().received();
        assertThat(there.receivedAt()).isEqualTo(consultation.world.now());
        assertThat(there.parties()).containsExactly(new Entry.Party("P1", PartyRole.COMPLAINANT));
    }

    @Test
    void aConvertedReportTakesNoPersonAlong() {
        CaseWalk consultation = CaseWalk.consultation().does(Act.CONVERT, HANDLER, "kind", "REPORT", "agreed", true);
        Decision.Opening opening = consultation.last.opens().getFirst();
        assertThat(opening.received().parties()).isEmpty();
        assertThat(opening.withParties()).isFalse();
    }
}
