package org.fangxin.intake.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Phones;
import org.fangxin.intake.Channel;
import org.fangxin.intake.SubmissionForm;
import org.fangxin.intake.internal.form.FormCheck.Checked;
import org.fangxin.intake.internal.text.WordReader;
import org.fangxin.merchant.SocialCreditCode;
import org.fangxin.problem.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FormCheckTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 6);
    private static final String EXAMPLE = """
            { "channel": "WEB",
              "kinds": ["COMPLAINT", "REPORT"],
              "person": {"name": "张三", "phone": "13800000000", "idNumber": null, "address": "甘肃省平凉市崇信县锦屏镇…", "email": null,
                         "anonymous": false, "agent": null},
              "merchant": {"name": "某某家电商场", "uscc": null, "address": "崇信县锦屏镇西街", "regionCode": "620823",
                           "type": "SHOP", "platform": null},
              "content": "……", "demands": ["REFUND"], "amount": "1980.00", "occurredOn": "2026-05-02", "knewOn": "2026-05-03",
              "goods": {"categoryCode": null, "brand": null, "model": null, "batch": null, "quantity": 1},
              "attachments": [], "consents": {"greenChannel": false, "entrustedMediation": false, "disclosure": true} }""";

    private final FormCheck check =
            new FormCheck(new WordReader(), code -> code.startsWith("62") || code.startsWith("33"));

    @Test
    void takesTheExampleOfTheOuterContractUnchanged() {
        Checked checked = check.check(JSON.readValue(EXAMPLE, SubmissionForm.class), false, TODAY);

        assertThat(checked.faults().errors()).isEmpty();
        assertThat(checked.submission()).hasValueSatisfying(submission -> {
            assertThat(submission.kinds()).containsExactly(Kind.COMPLAINT, Kind.REPORT);
            assertThat(submission.kindsProposed()).isFalse();
            assertThat(submission.channel()).isEqualTo(Channel.WEB);
            assertThat(submission.demands()).containsExactly("REFUND");
            assertThat(submission.amount()).isEqualByComparingTo("1980");
            assertThat(submission.goodsDetail()).isEqualTo("数量 1");
        });
    }

    @Test
    void letsAPlatformBeNamedOrDescribed() {
        assertThat(with("\"platform\": null", "\"platform\": \"某某购物网\"").submission())
                .hasValueSatisfying(s -> assertThat(s.merchant().platformName()).isEqualTo("某某购物网"));
        assertThat(with("\"platform\": null", "\"platform\": {\"name\": \"某某购物网\", \"regionCode\": \"330110\"}")
                        .submission())
                .hasValueSatisfying(
                        s -> assertThat(s.merchant().platformRegionCode()).isEqualTo("330110"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\": \"张三\" | \"name\": \" \" | person.name | 请填写您的姓名。投诉要用真实姓名；只举报可以匿名。 第十条",
                "\"name\": \"张三\" | \"name\": \"匿名\" | person.name | 请填写您的真实姓名；只举报可以匿名。 第十条",
                "\"phone\": \"13800000000\" | \"phone\": \"1380000\" | person.phone | 电话少 4 位。请填 11 位手机号，或带区号的固定电话。",
                "\"phone\": \"13800000000\" | \"phone\": null | person.phone | 请填写您的电话，方便我们联系您。 第十条",
                "\"address\": \"甘肃省平凉市崇信县锦屏镇…\" | \"address\": \"\" | person.address | 请填写您的通讯地址。 第十条",
                "\"idNumber\": null | \"idNumber\": \"110101199003070000\" | person.idNumber | 证件号码不对，请核对。身份证是 18 位；不想填可以空着。",
                "\"anonymous\": false | \"anonymous\": true | person.anonymous | 只有举报可以匿名。投诉要用真实姓名，匿名请只选举报。 第十条",
                "\"name\": \"某某家电商场\" | \"name\": null | merchant.name | 请填写商家的名称，写招牌上的名字也可以。 第十条",
                "\"regionCode\": \"620823\" | \"regionCode\": \"999999\" | merchant.regionCode | 没有这个行政区划代码，请重新选择所在的县区。",
                "\"type\": \"SHOP\" | \"type\": \"STALL\" | merchant.type | 没有这种商家类型。",
                "\"uscc\": null | \"uscc\": \"91620823\" | merchant.uscc | 统一社会信用代码是 18 位数字和大写字母（没有 I、O、S、V、Z）。不知道可以空着。",
                "\"content\": \"……\" | \"content\": \"\\n \" | content | 请写明发生了什么：买了什么、出了什么问题。 第十条",
                "\"amount\": \"1980.00\" | \"amount\": \"-1\" | amount | 金额请写成 1980.00 的样子，单位是元，最多两位小数。",
                "\"amount\": \"1980.00\" | \"amount\": \"1.999\" | amount | 金额请写成 1980.00 的样子，单位是元，最多两位小数。",
                "\"occurredOn\": \"2026-05-02\" | \"occurredOn\": \"2026-05-07\" | occurredOn | 日期不能在今天以后，请核对。",
                "\"occurredOn\": \"2026-05-02\" | \"occurredOn\": \"五月二日\" | occurredOn | 看不懂的日期，请写成 2026-05-02 的样子。",
                "\"channel\": \"WEB\" | \"channel\": \"LETTER\" | channel | “来信”由工作人员登记，请登录后再填。网上提交请用 WEB。",
                "\"COMPLAINT\", \"REPORT\" | \"PRAISE\" | kinds[0] | 没有这种类别。请选投诉、举报、咨询或建议。",
                "\"categoryCode\": null | \"categoryCode\": \"999\" | goods.categoryCode | 没有这种商品类别，请重新选择。",
            })
    void namesTheFieldAndSaysWhatToDo(String instead, String typed, String field, String sentence) {
        assertThat(with(instead, typed).faults().errors())
                .extracting(FieldError::field, FieldError::message)
                .contains(org.assertj.core.groups.Tuple.tuple(field, sentence));
    }

    @Test
    void countsCharactersAsAReaderDoes() {
        assertThat(with("\"……\"", "\"" + "冰".repeat(4_999) + "𠮷\"").faults().errors())
                .isEmpty();
        assertThat(with("\"……\"", "\"" + "冰".repeat(5_003) + "\"").faults().errors())
                .extracting(FieldError::message)
                .containsExactly("经过最多写 5,000 字，现在多了 3 字。其余的可以作为文件上传。");
    }

    @Test
    void takesAComplaintOlderThanThreeYearsAndSaysSo() {
        Checked checked = with("\"knewOn\": \"2026-05-03\"", "\"knewOn\": \"2023-05-05\"");

        assertThat(checked.faults().errors()).isEmpty();
        assertThat(checked.faults().warnings())
                .extracting(FieldError::message)
                .containsExactly("您知道这件事已超过三年，依法一般不受理。您仍可以提交，由办理机关决定。 第十六条第四项");
    }

    @Test
    void onlyWarnsOfAWrongCheckCharacter() {
        Checked checked = with("\"uscc\": null", "\"uscc\": \"91620823MA00000011\"");

        assertThat(SocialCreditCode.check("91620823MA0000001X")).isEqualTo(SocialCreditCode.Verdict.RIGHT);
        assertThat(checked.faults().errors()).isEmpty();
        assertThat(checked.faults().warnings()).extracting(FieldError::field).containsExactly("merchant.uscc");
    }

    @Test
    void takesAnAnonymousReportWithoutAPerson() {
        Map<String, Object> report =
                Map.of("kinds", List.of("REPORT"), "merchant", Map.of("name", "某某超市"), "content", "销售过期食品，在最里面的货架。");

        Checked checked = check.check(form(report), false, TODAY);

        assertThat(checked.submission())
                .hasValueSatisfying(s -> assertThat(s.person().anonymous()).isTrue());
    }

    @Test
    void letsTheTextDecideWhenNoKindIsGiven() {
        assertThat(kindsOf("请问营业执照怎么办理，需要什么材料？", form -> form)).containsExactly(Kind.CONSULTATION);
        assertThat(kindsOf("建议在农贸市场增设公平秤。", form -> form)).containsExactly(Kind.SUGGESTION);
        assertThat(kindsOf("我要举报某某超市销售过期食品，请依法查处。", this::aboutAShop)).containsExactly(Kind.REPORT);
        assertThat(kindsOf("5月2日买的冰箱不制冷，商家不给退，我要求退款。", this::aboutAShop)).containsExactly(Kind.COMPLAINT);
        assertThat(kindsOf("买的冰箱是假冒的，商家拒绝退款。要求退一赔三，并举报其售假，请查处。", this::aboutAShop))
                .containsExactly(Kind.COMPLAINT, Kind.REPORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000000",
                "138 0000 0000",
                "+86 138-0000-0000",
                "0933-6120000",
                "010-65000000",
                "4001234567",
                "+85221234567"
            })
    void takesTelephonesAsPeopleWriteThem(String phone) {
        assertThat(Phones.fault(phone)).isEmpty();
    }

    private Map<String, Object> aboutAShop(Map<String, Object> form) {
        Map<String, Object> all = new java.util.HashMap<>(form);
        all.put("merchant", Map.of("name", "某某超市", "address", "崇信县锦屏镇西街"));
        return all;
    }

    private Iterable<Kind> kindsOf(String content, UnaryOperator<Map<String, Object>> more) {
        Map<String, Object> form = new java.util.HashMap<>();
        form.put("person", Map.of("name", "张三", "phone", "13800000000", "address", "崇信县"));
        form.put("content", content);
        Checked checked = check.check(form(more.apply(form)), false, TODAY);
        assertThat(checked.faults().errors()).isEmpty();
        assertThat(checked.submission().orElseThrow().kindsProposed()).isTrue();
        return checked.submission().orElseThrow().kinds();
    }

    private Checked with(String instead, String typed) {
        assertThat(Arrays.asList(EXAMPLE.split("\n")).toString()).contains(instead.split("\n")[0]);
        return check.check(JSON.readValue(EXAMPLE.replace(instead, typed), SubmissionForm.class), false, TODAY);
    }

    private static SubmissionForm form(Map<String, Object> body) {
        return JSON.convertValue(body, SubmissionForm.class);
    }
}
