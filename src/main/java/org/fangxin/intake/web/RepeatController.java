package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.intake.EarlierReport;
import org.fangxin.intake.internal.RepeatSight;
import org.fangxin.intake.internal.RepeatSight.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a report is a repeat (Art. 35), without anybody learning who reported. */
@RestController
@RequestMapping("/api/v1/cases/{caseNo}/earlier-reports")
@Tag(name = "reporter")
class RepeatController {
    private static final Role[] LINE = {Role.INVESTIGATOR, Role.HANDLER, Role.UNIT_HEAD, Role.LEADER};

    private final RepeatSight search;

    RepeatController(RepeatSight search) {
        this.search = search;
    }

    @Schema(name = "EarlierReport")
    record View(
            String caseNo,
            Instant receivedAt,
            String stage,
            String stageName,
            String agencyCode,
            String merchantName,
            @Schema(description = "此前举报的内容，已去掉举报人的身份") String content,

            @Schema(description = "举报人怎样认定是同一人：IDENTITY 实名身份、TRACKING_CODE 查询码、CONTACT 联系方式；至少一项")
            List<String> knownBy,

            @Schema(description = "被举报人怎样认定相同：CODE 统一社会信用代码、NAME 名称、ADDED 举报人补充到此前的举报；不能认定的为空") @Nullable
            String sameRespondent,

            @Schema(description = "两件内容的相似程度，0 到 100（%）") int likeness,
            @Schema(description = "是否还能并入（已收到、核查中）") boolean open) {}

    @Schema(name = "EarlierReports")
    record Page(
            @Schema(description = "最像的在前，最多二十件") List<View> items,

            @Schema(description = "本机关的、本人看不到的：只有编号、收到日期、阶段和相同之处；只给本件的核查办案人员")
            List<UnseenView> unseen) {}

    @Schema(name = "UnseenEarlierReport")
    record UnseenView(
            String caseNo,
            @Schema(description = "收到日期，上海时间") LocalDate receivedOn,
            String stage,
            String stageName,
            List<String> knownBy,
            @Nullable String sameRespondent,
            @Schema(description = "内容是否相似") boolean alike) {}

    @GetMapping
    @Operation(
            summary = "可能重复的此前举报",
            description = "同一举报人此前的举报中，被举报人相同或者内容相似、并且本人看得到的（第三十五条）。靠密钥指纹比对，不显示举报人是谁；不由本人核查的，看不到的举报不出现，也不计数。"
                    + "本件的核查办案人员另外知道本机关看不到的几件的编号、日期、阶段和相同之处，每次都记入审计。不是举报的返回空表；看不到本件的 404。")
    Page earlier(@PathVariable String caseNo) {
        RepeatSight.Found found = search.of(caseNo, CurrentPerson.require(LINE));
        return new Page(
                found.seen().stream().map(RepeatController::view).toList(),
                found.unseen().stream().map(RepeatController::unseen).toList());
    }

    private static UnseenView unseen(Unseen one) {
        EarlierReport.SameRespondent same = one.sameRespondent();
        return new UnseenView(
                one.caseNo(),
                one.receivedAt().atZone(Fields.ZONE).toLocalDate(),
                one.stage().name(),
                one.stage().chinese(),
                one.knownBy().stream().map(Enum::name).toList(),
                same == null ? null : same.name(),
                one.alike());
    }

    private static View view(EarlierReport one) {
        EarlierReport.SameRespondent same = one.sameRespondent();
        return new View(
                one.caseNo(),
                one.receivedAt(),
                one.stage().name(),
                one.stage().chinese(),
                one.agencyCode(),
                one.merchantName(),
                one.content(),
                one.knownBy().stream().map(Enum::name).toList(),
                same == null ? null : same.name(),
                one.likeness(),
                one.open());
    }
}
