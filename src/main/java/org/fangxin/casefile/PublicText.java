package org.fangxin.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.entry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What the public reads with a tracking code, in plain Chinese. Of a report it tells nothing about its handling: filed,
 * not filed, decided and closed read the same (Art. 36, 37).
 */
public final class PublicText {
    /** The other ways of 消费者权益保护法 39, named in refusals and terminations. */
    public static final String OTHER_WAYS =
            "您还可以：与经营者协商和解；请消费者协会或者依法成立的其他调解组织调解；向其他有关行政部门投诉；依仲裁协议申请仲裁；向人民法院起诉（消费者权益保护法第三十九条）。";

    /** Beginnings of a report that somebody told; a clue is nobody's. */
    private static final java.util.Set<String> BY_A_PERSON =
            java.util.Set.of("SUBMISSION", "SPLIT", "RECLASSIFIED", "CONVERTED");

    private static final String PROCEEDING = "已进入处理程序。依法应当告知您的，会告知您。";

    /**
     * What the caller knows beside the state.
     *
     * @param agency name of the agency that has it
     * @param due the date that the sentence speaks of, or null
     * @param reasons of a refusal or termination, in Chinese
     * @param other number of another case, name of another agency, path, answer or new number, as the stage needs it
     */
    public record Details(
            String agency,
            @Nullable LocalDate due,
            List<String> reasons,
            @Nullable String other) {
        public static Details of(String agency) {
            return new Details(agency, null, List.of(), null);
        }

        public Details due(@Nullable LocalDate day) {
            return new Details(agency, day, reasons, other);
        }

        public Details because(List<String> why) {
            return new Details(agency, due, List.copyOf(why), other);
        }

        public Details other(@Nullable String what) {
            return new Details(agency, due, reasons, what);
        }
    }

    private PublicText() {}

    /** Where the case is, as its owner reads it. An archived file keeps the end it had. */
    public static String of(CaseState state, Details details) {
        Stage stage = shown(state);
        return switch (state.kind()) {
            case COMPLAINT -> complaint(stage, state, details);
            case REPORT -> report(stage, details);
            case CONSULTATION, SUGGESTION -> inquiry(stage, details);
        };
    }

    /** What an entry adds to the public timeline; empty for everything that is not the public's. */
    public static Optional<String> step(CaseState state, Entry entry, String agency) {
        return Optional.ofNullable(
                switch (state.kind()) {
                    case COMPLAINT -> complaintStep(entry, agency);
                    case REPORT -> reportStep(entry);
                    case CONSULTATION, SUGGESTION -> inquiryStep(entry);
                });
    }

    /** The reasons of a refusal as the public reads them, each with its item. */
    public static List<String> reasons(Entry.Refused refused, String law) {
        return refused.grounds().stream()
                .map(ground -> RefusalGround.valueOf(ground.code()))
                .map(ground -> ground.chinese() + "（" + ground.article(law) + "）")
                .toList();
    }

    /** The reason of a termination. */
    public static List<String> reasons(Entry.MediationTerminated terminated, String law) {
        TerminationGround ground = TerminationGround.valueOf(terminated.ground());
        return List.of(ground.chinese() + "（" + ground.article(law) + "）");
    }

    private static Stage shown(CaseState state) {
        Stage ended = state.endedAs();
        return state.stage() == Stage.ARCHIVED && ended != null ? ended : state.stage();
    }

    private static String complaint(Stage stage, CaseState state, Details details) {
        return switch (stage) {
            case GREEN_CHANNEL -> "正在与商家协商" + by("，约定期限", details) + "。您可随时转市场监管部门。";
            case RECEIVED -> received(state, details);
            case ACCEPTED -> "已受理，正在征求双方调解意愿。";
            case MEDIATING -> mediating(state);
            case AGREED -> "已达成调解协议。";
            case REFUSED -> "依法不予受理" + because(details) + "。" + OTHER_WAYS;
            case TERMINATED -> "已终止调解" + because(details) + "。" + OTHER_WAYS;
            case WITHDRAWN -> "您已撤回。";
            case SETTLED_GREEN -> "已与商家和解。";
            case MERGED -> "并入" + named(details, "另一件投诉") + "办理。";
            case RECLASSIFIED -> "已更正类别，按" + named(details, "新的编号") + "办理。";
            default -> "已办结。";
        };
    }

    private static String received(CaseState state, Details details) {
        if (state.is(Flag.JURISDICTION_DISPUTED)) {
            return "正在确定办理机关。";
        }
        String who = state.distributedBy() == null ? "已由" + details.agency() + "接收" : "已分送" + details.agency();
        String material = state.is(Flag.MATERIAL_REQUESTED) ? "请您补充材料。" : "";
        return who + "，正在决定是否受理" + by("，最迟", details) + (details.due() == null ? "。" : "告知您。") + material;
    }

    private static String mediating(CaseState state) {
        if (state.is(Flag.RECUSAL_PENDING)) {
            return "调解中止，待回避决定。";
        }
        if (state.is(Flag.APPRAISAL_RUNNING)) {
            return "调解中。正在鉴定，鉴定时间不算在期限内，期限已暂停。";
        }
        return state.is(Flag.ENTRUSTED) ? "调解中，已委托调解组织调解。" : "调解中。";
    }

    private static String report(Stage stage, Details details) {
        return switch (stage) {
            case RECEIVED -> "已收到。";
            case VERIFYING, FILED, NOT_FILED, DECIDED, CLOSED -> PROCEEDING;
            case NOT_COMPETENT -> "请向有权机关提出" + (details.other() == null ? "。" : "：" + details.other() + "。");
            case NOT_REHANDLED, MERGED -> "与您此前的举报一并处理。";
            case SPECIAL_RULES, TRANSFERRED -> "已依规定转有关机关。";
            case RECLASSIFIED -> "已更正类别，按" + named(details, "新的编号") + "办理。";
            default -> PROCEEDING;
        };
    }

    private static String inquiry(Stage stage, Details details) {
        return switch (stage) {
            case RECEIVED -> "已收到。";
            case REFERRED -> "正在办理。";
            case CONSIDERING -> "正在研究。";
            case ANSWERED -> details.other() == null ? "已答复。" : details.other();
            case REDIRECTED -> "请走这个途径：" + named(details, "见告知内容") + "。";
            case CONVERTED -> "已转为投诉或者举报，按" + named(details, "新的编号") + "办理。";
            case RECLASSIFIED -> "已更正类别，按" + named(details, "新的编号") + "办理。";
            default -> "已办结。";
        };
    }

    private static @Nullable String complaintStep(Entry entry, String agency) {
        return switch (entry) {
            case Entry.Received received -> received.greenChannel() ? "已提交，先与商家协商" : "已收到，由" + agency + "处理";
            case Entry.MerchantResponded _ -> "商家已答复";
            case Entry.ConsumerReplied _ -> "您答复了商家";
            case Entry.GreenSettled _ -> "已与商家和解";
            case Entry.Escalated _ -> "已转市场监管部门";
            case Entry.MaterialRequested _ -> "请您补充材料";
            case Entry.MaterialSupplied _ -> "已收到您补充的材料";
            case Entry.Distributed distributed -> distributed.sameAgency() ? null : "已分送有处理权限的机关";
            case Entry.TakenUp _ -> "由上级机关办理";
            case Entry.Designated _ -> "已指定办理机关";
            case Entry.Accepted _ -> "已受理";
            case Entry.Refused _ -> "不予受理";
            case Entry.MediationOpened _ -> "开始调解";
            case Entry.MediationScheduled planned -> "约您调解：" + session(planned.at(), planned.mode());
            case Entry.MediationRescheduled moved -> "调解改期：" + session(moved.at(), moved.mode());
            case Entry.MediationHeld _ -> "调解了一次";
            case Entry.AppraisalCommissioned _ -> "已委托鉴定，期限暂停";
            case Entry.AppraisalResultReceived _ -> "已收到鉴定结果，期限继续计算";
            case Entry.AgreementReached _ -> "已达成调解协议";
            case Entry.MediationTerminated _ -> "已终止调解";
            case Entry.Withdrawn _ -> "您已撤回";
            case Entry.DuplicateMerged _ -> "已并入另一件办理";
            case Entry.JointMerged _ -> "按您的同意，并入共同投诉办理";
            case Entry.DecisionRevoked _ -> "原决定已撤销，重新办理";
            default -> null;
        };
    }

    /** Only receipt, the begin of handling, and what the law lets the reporter be told. */
    private static @Nullable String reportStep(Entry entry) {
        return switch (entry) {
            case Entry.Received received -> BY_A_PERSON.contains(received.source()) ? "已收到" : null;
            case Entry.VerificationStarted _ -> "已进入处理程序";
            case Entry.MaterialRequested _ -> "请您补充线索";
            case Entry.MaterialSupplied _ -> "已收到您补充的线索";
            case Entry.NoAuthorityTold _ -> "请向有权机关提出";
            case Entry.NotRehandled _ -> "与您此前的举报一并处理";
            case Entry.ReportMerged _ -> "与您此前的举报一并处理";
            case Entry.HandedToSpecialRules _ -> "已依规定转有关机关";
            case Entry.ReporterTold _ -> "已依法告知您处理情况";
            case Entry.RewardDecided _ -> "已决定给予奖励";
            case Entry.ReportWithdrawn _ -> "已记录您的撤回声明";
            default -> null;
        };
    }

    private static @Nullable String inquiryStep(Entry entry) {
        return switch (entry) {
            case Entry.Received _ -> "已收到";
            case Entry.Referred referred -> referred.considering() ? "正在研究" : "正在办理";
            case Entry.Answered _ -> "已答复";
            case Entry.Redirected _ -> "已告知途径";
            case Entry.HandedOver _ -> "已移交有权部门，并书面通知您";
            case Entry.Converted _ -> "已转为投诉或者举报";
            default -> null;
        };
    }

    private static String session(Instant at, String mode) {
        var local = at.atZone(Fields.ZONE);
        String how = switch (mode) {
            case "ON_SITE" -> "现场";
            case "PHONE" -> "电话";
            case "VIDEO" -> "视频";
            case "AUDIO" -> "音频";
            default -> "网上";
        };
        return "%d月%d日 %d:%02d，%s"
                .formatted(local.getMonthValue(), local.getDayOfMonth(), local.getHour(), local.getMinute(), how);
    }

    private static String because(Details details) {
        return details.reasons().isEmpty() ? "" : "：" + String.join("；", details.reasons());
    }

    private static String named(Details details, String otherwise) {
        return Stream.ofNullable(details.other()).findFirst().orElse(otherwise);
    }

    private static String by(String words, Details details) {
        LocalDate due = details.due();
        return due == null ? "" : words + due.getMonthValue() + "月" + due.getDayOfMonth() + "日";
    }
}
