package org.fangxin.casefile;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fangxin.casefile.entry.Entry;

/** What the timeline calls each entry, in Chinese. */
public final class EntryLabels {
    private static final Map<String, String> FILE = Map.ofEntries(
            Map.entry("Received", "收到"),
            Map.entry("KindsConfirmed", "确认类别"),
            Map.entry("SubmissionSplit", "分别处理"),
            Map.entry("Reclassified", "更正类别"),
            Map.entry("Redirected", "告知途径"),
            Map.entry("Assigned", "分派承办人"),
            Map.entry("MaterialRequested", "要求补充材料"),
            Map.entry("MaterialSupplied", "补充材料"),
            Map.entry("IdentityChecked", "核验身份"),
            Map.entry("NoticeRecorded", "告知"),
            Map.entry("NoticeFailed", "告知未送达"),
            Map.entry("FollowedUp", "回访"),
            Map.entry("Corrected", "更正记录"),
            Map.entry("Noted", "记事"),
            Map.entry("Archived", "归档"),
            Map.entry("Disposed", "到期销毁"),
            Map.entry("DocumentIssued", "制发文书"),
            Map.entry("Transferred", "移送"),
            Map.entry("ClueFound", "发现线索"),
            Map.entry("AbuseFlagged", "标记疑似滥用"),
            Map.entry("AbuseCleared", "解除滥用标记"),
            Map.entry("DuplicateLinked", "关联重复投诉"),
            Map.entry("DuplicateMerged", "并入另一件"),
            Map.entry("DuplicateUnmerged", "撤销并入"),
            Map.entry("Unmasked", "查看完整信息"),
            Map.entry("DeadlineRecounted", "重新计算期限"),
            Map.entry("PromisesMade", "服务承诺起算"));

    private static final Map<String, String> COMPLAINT = Map.ofEntries(
            Map.entry("Accepted", "受理"),
            Map.entry("AcceptanceNotified", "告知受理"),
            Map.entry("Refused", "不予受理"),
            Map.entry("RefusalNotified", "告知不予受理"),
            Map.entry("ConsentRecorded", "同意调解"),
            Map.entry("ConsentRefused", "不同意调解"),
            Map.entry("MediationOpened", "开始调解"),
            Map.entry("RespondentCleared", "核定告知商家的内容"),
            Map.entry("MediationScheduled", "安排调解"),
            Map.entry("MediationRescheduled", "改期"),
            Map.entry("RescheduleAsked", "申请改期"),
            Map.entry("MediationHeld", "组织调解"),
            Map.entry("MediationMaterialReceived", "调解中收到材料"),
            Map.entry("MediationTranscribed", "整理调解记录"),
            Map.entry("AgreementReached", "达成调解协议"),
            Map.entry("SelfSettled", "自行和解"),
            Map.entry("MediationLetterIssued", "制作调解书"),
            Map.entry("PerformanceRecorded", "记录履行"),
            Map.entry("PerformanceReminded", "提醒履行"),
            Map.entry("MediationTerminated", "终止调解"),
            Map.entry("TerminationNotified", "告知终止调解"),
            Map.entry("Withdrawn", "撤回"),
            Map.entry("DemandsChanged", "变更请求"),
            Map.entry("DecisionRevoked", "撤销决定"),
            Map.entry("RoutedToMerchant", "转商家先行协商"),
            Map.entry("MerchantResponded", "商家答复"),
            Map.entry("ConsumerReplied", "消费者答复商家"),
            Map.entry("GreenSettled", "与商家和解"),
            Map.entry("Escalated", "转市场监管部门"));

    private static final Map<String, String> MEDIATION = Map.ofEntries(
            Map.entry("PartyAdded", "登记当事人"),
            Map.entry("JointOpened", "按共同投诉处理"),
            Map.entry("JointConsented", "加入共同投诉"),
            Map.entry("JointLeft", "退出共同投诉"),
            Map.entry("JointMerged", "并入共同投诉"),
            Map.entry("JointTaken", "另一件并入本件"),
            Map.entry("RepresentativesElected", "推选代表人"),
            Map.entry("RepresentedConsented", "被代表人同意"),
            Map.entry("AgentRegistered", "登记委托"),
            Map.entry("AgencyEnded", "终止委托"),
            Map.entry("MediationEntrusted", "委托调解"),
            Map.entry("EntrustmentReturned", "委托办回"),
            Map.entry("RecusalRequested", "申请回避"),
            Map.entry("MediatorRecused", "自行回避"),
            Map.entry("RecusalDecided", "决定回避"),
            Map.entry("AppraisalProposed", "提出鉴定"),
            Map.entry("AppraisalBodyAgreed", "商定鉴定机构"),
            Map.entry("AppraisalBodyDesignated", "指定鉴定机构"),
            Map.entry("AppraisalCostAgreed", "商定鉴定费用"),
            Map.entry("AppraisalCommissioned", "委托鉴定"),
            Map.entry("AppraisalResultReceived", "收到鉴定结果"),
            Map.entry("AppraisalAbandoned", "放弃鉴定"));

    private static final Map<String, String> REPORT = Map.ofEntries(
            Map.entry("VerificationStarted", "开始核查"),
            Map.entry("FindingRecorded", "记录核查结果"),
            Map.entry("ClockPaused", "中止计时"),
            Map.entry("ClockResumed", "恢复计时"),
            Map.entry("VerificationExtended", "延长核查期限"),
            Map.entry("Filed", "立案"),
            Map.entry("FilingDeclined", "不予立案"),
            Map.entry("NoAuthorityTold", "告知无处理权限"),
            Map.entry("NotRehandled", "重复举报不另处理"),
            Map.entry("ReportMerged", "并入此前的举报"),
            Map.entry("VerificationRestarted", "合并举报，重新计算期限"),
            Map.entry("DecisionExtended", "延长办案期限"),
            Map.entry("DecisionExtendedFurther", "再次延长办案期限"),
            Map.entry("CaseSuspended", "中止调查"),
            Map.entry("CaseResumed", "恢复调查"),
            Map.entry("InvestigationTerminated", "终止调查"),
            Map.entry("CaseDecided", "作出处理决定"),
            Map.entry("PenaltyPerformed", "处罚执行完毕"),
            Map.entry("CaseClosed", "结案"),
            Map.entry("HandedToSpecialRules", "按专门规定处理"),
            Map.entry("ReporterTold", "告知举报人"),
            Map.entry("RewardDecided", "决定奖励"),
            Map.entry("ReportWithdrawn", "举报人声明撤回"));

    private static final Map<String, String> ROUTING = Map.ofEntries(
            Map.entry("Referred", "转办"),
            Map.entry("Answered", "答复"),
            Map.entry("HandedOver", "移交"),
            Map.entry("Converted", "转投诉举报"),
            Map.entry("Distributed", "分送"),
            Map.entry("ReceiptConfirmed", "签收"),
            Map.entry("Returned", "反馈退回"),
            Map.entry("TakenUp", "上级提级处理"),
            Map.entry("SuperiorAsked", "报请上级"),
            Map.entry("AskDeclined", "上级决定仍由下级办理"),
            Map.entry("DisputeRaised", "提出权限争议"),
            Map.entry("DisputeAgreed", "权限争议协商一致"),
            Map.entry("DesignationAsked", "报请指定"),
            Map.entry("Designated", "指定处理机关"),
            Map.entry("TeamDispatched", "派人出勤"),
            Map.entry("ArrivedOnSite", "到场"),
            Map.entry("LeftSite", "离场"),
            Map.entry("SiteInspected", "现场检查"),
            Map.entry("Questioned", "询问"),
            Map.entry("EvidenceListed", "登记证据"),
            Map.entry("ReviewDone", "审核意见"),
            Map.entry("PenaltyNoticed", "行政处罚告知"),
            Map.entry("PenaltyNoticeServed", "告知书送达"),
            Map.entry("DecisionServed", "处罚决定书送达"),
            Map.entry("DefenceStated", "陈述、申辩"),
            Map.entry("HearingAsked", "要求听证"),
            Map.entry("DefenceWaived", "放弃陈述、申辩和听证"),
            Map.entry("HearingEnded", "听证"),
            Map.entry("CaseDiscussed", "集体讨论"),
            Map.entry("DecisionChanged", "处罚决定变更、撤销"),
            Map.entry("PartyContacted", "联系当事人"),
            Map.entry("FeedbackGiven", "反馈"),
            Map.entry("FoodRiskFlagged", "标记食品安全风险"),
            Map.entry("DangerFlagged", "标记人身危险"),
            Map.entry("OffShelfRecorded", "下架"),
            Map.entry("OffShelfLifted", "责令下架已解除"));

    private static final Map<String, String> ALL = Stream.of(FILE, COMPLAINT, MEDIATION, REPORT, ROUTING)
            .flatMap(part -> part.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private EntryLabels() {}

    public static String of(Entry entry) {
        return of(entry.getClass().getSimpleName());
    }

    /**
     * By the entry's name in the journal.
     *
     * @throws IllegalArgumentException for a name that no entry has
     */
    public static String of(String type) {
        String label = ALL.get(type);
        if (label == null) {
            throw new IllegalArgumentException("No entry is called " + type);
        }
        return label;
    }
}
