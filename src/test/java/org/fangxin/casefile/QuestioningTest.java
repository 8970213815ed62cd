package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.INVESTIGATOR;
import static org.fangxin.casefile.CaseWalk.TWO;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.entry.Entry;
import org.junit.jupiter.api.Test;

/** The record of a questioning: two officers, rights told, alone, checked by who was questioned, signed or why not. */
class QuestioningTest {
    private static final String PP = "《市场监督管理行政处罚程序规定》";

    static final Map<String, Object> RECORD = Map.ofEntries(
            Map.entry("person", Map.of("name", "样例店长", "phone", "13900000077")),
            Map.entry("capacity", "CHARGE"),
            Map.entry("from", "2026-05-06T10:00:00+08:00"),
            Map.entry("to", "2026-05-06T10:00:00+08:00"),
            Map.entry("place", "样例所询问室"),
            Map.entry("officers", TWO),
            Map.entry("credentials", true),
            Map.entry("told", true),
            Map.entry("alone", true),
            Map.entry("text", "问：酸奶从哪里进的货？\n答：样例批发部。"),
            Map.entry("checked", "READ"),
            Map.entry("signed", "SIGNED"));

    @Test
    void whoWasQuestionedIsAPartyAndTheRecordNamesHimByNumberOnly() {
        CaseWalk report = CaseWalk.verifying();
        Decision.Taken taken = (Decision.Taken) report.asks(Act.RECORD_QUESTIONING, INVESTIGATOR, flat(RECORD));
        Entry.Questioned asked = (Entry.Questioned) taken.entries().getFirst();
        assertThat(asked.officers()).isEqualTo(TWO);
        assertThat(taken.entries().get(1)).isEqualTo(new Entry.PartyAdded(asked.partyId(), PartyRole.QUESTIONED));
        assertThat(taken.entries().toString()).doesNotContain("样例店长", "13900000077");
    }

    @Test
    void theSamePersonQuestionedAgainIsChosenAndIsNoSecondParty() {
        CaseWalk report = CaseWalk.verifying().does(Act.RECORD_QUESTIONING, INVESTIGATOR, flat(RECORD));
        String party = report.state.partiesWith(PartyRole.QUESTIONED).stream()
                .findFirst()
                .orElseThrow();
        assertThat(report.asks(Act.RECORD_QUESTIONING, INVESTIGATOR, with("party", party)))
                .as("chosen and typed")
                .isInstanceOf(Decision.Invalid.class);
        Map<String, Object> again = new HashMap<>(RECORD);
        again.remove("person");
        assertThat(report.asks(Act.RECORD_QUESTIONING, INVESTIGATOR, flat(again)))
                .as("nobody")
                .isInstanceOf(Decision.Invalid.class);
        String business = report.state.partiesWith(PartyRole.REPORTED).stream()
                .findFirst()
                .orElseThrow();
        again.put("party", business);
        assertThat(report.asks(Act.RECORD_QUESTIONING, INVESTIGATOR, flat(again)))
                .as("the business itself")
                .isInstanceOf(Decision.Invalid.class);
        again.put("party", party);
        report.does(Act.RECORD_QUESTIONING, INVESTIGATOR, flat(again));
        assertThat(report.state.partiesWith(PartyRole.QUESTIONED)).containsExactly(party);
    }

    @Test
    void withoutTwoOfficersCredentialsRightsOrAloneItIsNoRecord() {
        CaseWalk report = CaseWalk.verifying();
        assertThat(refusal(report, "officers", List.of(INVESTIGATOR.id()))).containsExactly(PP + "第二十二条");
        assertThat(refusal(report, "credentials", false)).containsExactly(PP + "第二十二条");
        assertThat(refusal(report, "told", false)).containsExactly(PP + "第二十一条");
        assertThat(refusal(report, "alone", false)).containsExactly(PP + "第二十九条");
    }

    @Test
    void whoSignsHasCheckedAndWithoutASignatureItIsSaidWhy() {
        CaseWalk report = CaseWalk.verifying();
        Map<String, Object> unchecked = new HashMap<>(RECORD);
        unchecked.remove("checked");
        assertThat(report.asks(Act.RECORD_QUESTIONING, INVESTIGATOR, flat(unchecked)))
                .isInstanceOf(Decision.Invalid.class);
        unchecked.put("signed", "REFUSED");
        assertThat(report.asks(Act.RECORD_QUESTIONING, INVESTIGATOR, flat(unchecked)))
                .as("no reason")
                .isInstanceOf(Decision.Invalid.class);
        unchecked.put("excuse", "看了一页后拒绝签名，已全程录像");
        assertThat(report.asks(Act.RECORD_QUESTIONING, INVESTIGATOR, flat(unchecked)))
                .isInstanceOf(Decision.Taken.class);
    }

    @Test
    void thereIsAQuestionAndAnAnswerAndTheTimesAreInOrder() {
        CaseWalk report = CaseWalk.verifying();
        for (String text : List.of("酸奶从哪里进的货？", "问：从哪里进的货？", "问：\n答：\n")) {
            assertThat(report.asks(Act.RECORD_QUESTIONING, INVESTIGATOR, with("text", text)))
                    .as(text)
                    .isInstanceOf(Decision.Invalid.class);
        }
        assertThat(report.asks(Act.RECORD_QUESTIONING, INVESTIGATOR, with("to", "2026-05-06T09:59:00+08:00")))
                .isInstanceOf(Decision.Invalid.class);
        assertThat(report.asks(Act.RECORD_QUESTIONING, INVESTIGATOR, with("from", "2026-05-05T09:00:00+08:00")))
                .isInstanceOf(Decision.Invalid.class);
    }

    private static List<String> refusal(CaseWalk report, String field, Object value) {
        return report.refuses(Act.RECORD_QUESTIONING, INVESTIGATOR, with(field, value))
                .articles();
    }

    private static Object[] with(String name, Object value) {
        Map<String, Object> changed = new HashMap<>(RECORD);
        changed.put(name, value);
        return flat(changed);
    }

    private static Object[] flat(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                .toArray();
    }
}
