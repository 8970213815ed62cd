package org.fangxin.duplicate.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Stage;
import org.fangxin.duplicate.Likely;
import org.fangxin.duplicate.Likely.Why;
import org.fangxin.duplicate.Told;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The shapes of questions and answers about likely duplicates. */
final class DuplicateViews {
    private static final int LONGEST = 5_000;
    private static final int LONGEST_NAME = 200;
    private static final int EXCERPT = 160;
    private static final Set<Stage> OPEN =
            EnumSet.of(Stage.GREEN_CHANNEL, Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING, Stage.VERIFYING);

    private DuplicateViews() {}

    @Schema(name = "DuplicateQuestion", description = "已经填了的部分；没有商家、经过也不到 20 个字时不比对")
    record Question(
            @Nullable String merchantName,
            @Schema(description = "统一社会信用代码") @Nullable String uscc,
            @Schema(description = "商品或者服务的名称") @Nullable String goods,
            @Schema(description = "商品和服务类别代码") @Nullable String goodsCode,
            @Schema(description = "经过") @Nullable String content,

            @Schema(description = "投诉人的电话；举报人的不要填") @Nullable
            String phone,

            @Schema(description = "投诉人的证件号码；举报人的不要填") @Nullable
            String idNumber) {
        Told told() {
            return DuplicateViews.told(merchantName, uscc, goods, goodsCode, content);
        }
    }

    @Schema(name = "OwnReceipt")
    record OwnReceipt(String submissionNo, String trackingCode) {}

    @Schema(name = "OwnDuplicateQuestion")
    record OwnQuestion(
            @Schema(description = "本浏览器保存的编号和查询码，最多 5 件；只和这些比对")
            List<OwnReceipt> receipts,

            @Nullable String merchantName,
            @Nullable String uscc,
            @Nullable String goods,
            @Nullable String goodsCode,
            @Nullable String content) {
        Told told() {
            return DuplicateViews.told(merchantName, uscc, goods, goodsCode, content);
        }
    }

    @Schema(name = "DuplicateReason")
    record Reason(
            @Schema(description = "SAME_PHONE、SAME_ID_NUMBER、MERCHANT_CODE、MERCHANT_NAME、GOODS、GOODS_CLASS 或 CONTENT")
            String code,

            @Schema(example = "内容相似 82%") String text) {}

    @Schema(name = "LikelyDuplicate")
    record Item(
            String caseNo,
            String kind,
            String stage,
            String stageName,
            String agencyCode,
            Instant receivedAt,
            String merchantName,
            @Schema(description = "经过的开头") String excerpt,
            List<Reason> reasons,

            @Schema(description = "内容相似程度，0 到 100（%）；没有可比的内容为 0")
            int likeness,

            boolean samePerson,
            boolean sameMerchant,
            @Schema(description = "还没有办结") boolean open) {}

    @Schema(name = "LikelyDuplicates")
    record Page(@Schema(description = "最像的在前，最多十件") List<Item> items) {}

    @Schema(name = "OwnDuplicate")
    record OwnItem(String submissionNo, Instant receivedAt, String merchantName, List<Reason> reasons) {}

    @Schema(name = "OwnDuplicates")
    record OwnPage(List<OwnItem> items) {}

    static Page page(List<Likely> found) {
        return new Page(found.stream().map(DuplicateViews::item).toList());
    }

    static OwnPage own(List<Likely> found) {
        return new OwnPage(found.stream()
                .map(one -> new OwnItem(one.submissionNo(), one.receivedAt(), one.merchant(), reasons(one)))
                .toList());
    }

    private static Item item(Likely one) {
        return new Item(
                one.caseNo(),
                one.kind().name(),
                one.stage().name(),
                one.stage().chinese(),
                one.agency(),
                one.receivedAt(),
                one.merchant(),
                start(one.content()),
                reasons(one),
                one.likeness(),
                one.samePerson(),
                one.sameMerchant(),
                OPEN.contains(one.stage()));
    }

    private static List<Reason> reasons(Likely one) {
        return one.reasons().stream()
                .map(why -> new Reason(
                        why.name(), why == Why.CONTENT ? why.chinese() + " " + one.likeness() + "%" : why.chinese()))
                .toList();
    }

    private static String start(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    private static Told told(
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String goods,
            @Nullable String goodsCode,
            @Nullable String content) {
        return new Told(
                given("merchantName", name, LONGEST_NAME).orElse(null),
                given("uscc", uscc, LONGEST_NAME).orElse(null),
                given("goods", goods, LONGEST_NAME).orElse(null),
                given("goodsCode", goodsCode, LONGEST_NAME).orElse(null),
                given("content", content, LONGEST).orElse(""));
    }

    /** What was typed; nothing for blanks. */
    static Optional<String> given(String field, @Nullable String typed, int most) {
        String text = typed == null ? "" : typed.strip();
        if (text.codePointCount(0, text.length()) > most) {
            throw Problem.invalid(field, "too-long", "最多 " + most + " 个字。请写短一些。");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
