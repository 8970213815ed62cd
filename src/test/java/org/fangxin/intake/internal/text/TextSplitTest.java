package org.fangxin.intake.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.fangxin.intake.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSplitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5月2日买的冰箱不制冷，要求退款。另外举报该店销售假冒产品，请查处。|5月2日买的冰箱不制冷，要求退款。",
                "买的冰箱不制冷，要求退款一千九百元，并请依法处罚该店。|买的冰箱不制冷，要求退款一千九百元，",
                "投诉并举报某某超市卖过期奶粉|投诉某某超市卖过期奶粉",
                "……|……",
                "买的冰箱不制冷，要求退款。|买的冰箱不制冷，要求退款。"
            })
    void leavesNothingOfTheReportInTheComplaint(String whole, String complaint) {
        String part = TextSplit.complaintPart(whole);

        assertThat(part.replaceAll("[，。]$", "")).isEqualTo(complaint.replaceAll("[，。]$", ""));
        assertThat(TextSplit.accuses(part)).isFalse();
    }

    @Test
    void neverLeavesAnAccusationHoweverShortTheText() {
        for (String text : new String[] {"举报", "请立案查处", "我实名举报他并要求处罚", "举报，举报；举报！"}) {
            assertThat(TextSplit.accuses(TextSplit.complaintPart(text))).isFalse();
        }
    }

    @Test
    void takesTheReporterOutOfHisOwnText() {
        Submission.Person person = new Submission.Person("王小明", "13900000001", null, "崇信县锦屏镇东街1号", null, false, null);

        assertThat(Redaction.ofReporter("我叫王小明，电话13900000001，住崇信县锦屏镇东街1号，举报某店。", person))
                .isEqualTo("我叫〔举报人信息〕，电话〔举报人信息〕，住〔举报人信息〕，举报某店。");
    }

    @Test
    void summarisesWithoutNumbersOfPeople() {
        assertThat(Redaction.summary("张三 13800000000\n买的冰箱坏了", "张三", 60)).isEqualTo("本人 *** 买的冰箱坏了");
        assertThat(Redaction.summary("冰".repeat(80), null, 60)).hasSize(60).endsWith("…");
    }
}
