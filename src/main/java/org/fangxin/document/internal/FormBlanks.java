package org.fangxin.document.internal;

import static org.fangxin.document.Blank.line;
import static org.fangxin.document.Blank.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.CaseHistory.Told;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.document.Blank;
import org.fangxin.intake.GivenConsents;
import org.jspecify.annotations.Nullable;

/** What an officer may write on each form, with what the case already says. */
final class FormBlanks {
    private static final String YES_OR_NO = "写“同意”或者“不同意”。";
    private static final String NAMED = "对方凭姓名才能找到这笔消费的写全名，否则可以只写姓，比如“张先生”。";

    private final Facts facts;
    private final Contact contact;

    /** Who is asked back: the officer and his agency's telephone and address. */
    record Contact(String name, String phone, String address) {}

    FormBlanks(Facts facts, Contact contact) {
        this.facts = facts;
        this.contact = contact;
    }

    List<Blank> of(OfficialForm form) {
        return withContact(form, own(form));
    }

    private List<Blank> withContact(OfficialForm form, List<Blank> own) {
        List<Blank> blanks = new ArrayList<>(own);
        if (form != OfficialForm.F1 && form != OfficialForm.F2) {
            blanks.add(line("contact", "联系人", contact.name()));
            blanks.add(line("phone", "联系电话", contact.phone()));
            blanks.add(line("address", "联系地址", contact.address()).optional());
        }
        return blanks;
    }

    private List<Blank> own(OfficialForm form) {
        return switch (form) {
            case F1 -> agreed(Optional.empty());
            case F2 -> List.of();
            case F3 -> List.of(story("note", "分送说明", "").optional());
            case F4 -> identity();
            case F5 -> List.of(story("note", "补充说明", "").optional());
            case F6 -> List.of(story("facts", "事实和理由", facts.said(Entry.Refused.class, "facts", "reason")));
            case F7 -> meeting(null);
            case F8 ->
                List.of(
                        name(),
                        story(
                                "facts",
                                "事实和理由",
                                facts.said(Entry.MediationTerminated.class, "facts", "reason", "statement")));
            case F9 -> letter();
            case F10 ->
                List.of(
                        line("basis", "告知依据", basis()).hinted("写明要求告知的法律、法规、规章和条款，比如《中华人民共和国食品安全法》第一百一十五条。"),
                        story("result", "处理结果", facts.said(Entry.ReporterTold.class, "text")));
        };
    }

    private Blank name() {
        return line("complainant", "投诉人", facts.complainant()).hinted(NAMED);
    }

    private List<Blank> identity() {
        CaseState state = facts.papers().state();
        LocalDate until = state.complaint().material().until();
        String asked = facts.said(Entry.MaterialRequested.class, "text");
        return List.of(
                story("material", "所需材料", asked.isEmpty() ? "有效身份证件的复印件或者照片" : asked),
                line("until", "提交期限", until == null ? "" : ChineseDay.of(until)),
                line("how", "提交方式", "在查询页面上传，或者当面、邮寄提交"));
    }

    /** @param given empty when nobody was asked */
    List<Blank> agreed(Optional<GivenConsents.Given> given) {
        return List.of(
                line("disclosure", "同意公示", said(given.map(GivenConsents.Given::disclosure)))
                        .optional()
                        .hinted(YES_OR_NO),
                line("entrust", "同意委托调解", said(given.map(GivenConsents.Given::entrustedMediation)))
                        .optional()
                        .hinted(YES_OR_NO));
    }

    private static String said(Optional<Boolean> answer) {
        return answer.map(yes -> yes ? "同意" : "不同意").orElse("");
    }

    /** @param recusalUntil the last day to ask for a recusal */
    List<Blank> session(LocalDate recusalUntil) {
        return withContact(OfficialForm.F7, meeting(recusalUntil));
    }

    /** The session that both sides are called to: a moved one at its new time. */
    private record Session(Instant at, String mode, List<String> mediators, String place) {}

    private Optional<Session> session() {
        return facts.last(Entry.MediationScheduled.class, Entry.MediationRescheduled.class)
                .map(told -> {
                    String place =
                            told.texts().getOrDefault("place", facts.said(Entry.MediationScheduled.class, "place"));
                    return switch (told.recorded().entry()) {
                        case Entry.MediationRescheduled moved ->
                            new Session(moved.at(), moved.mode(), moved.mediators(), place);
                        case Entry.MediationScheduled planned ->
                            new Session(planned.at(), planned.mode(), planned.mediators(), place);
                        default -> throw new IllegalStateException("no session");
                    };
                });
    }

    private List<Blank> meeting(@Nullable LocalDate recusalUntil) {
        Session session = session().orElse(null);
        return List.of(
                name(),
                line("time", "调解时间", session == null ? "" : ChineseDay.withTime(session.at())),
                line("mode", "调解方式", session == null ? "" : mode(session.mode())),
                line("place", "调解地点", session == null ? "" : session.place()).optional(),
                line("mediators", "调解人员", session == null ? "" : facts.officers(session.mediators())),
                line("invited", "协助人员", facts.said(Entry.MediationScheduled.class, "invited"))
                        .optional(),
                line("bring", "携带材料", "身份证件、消费凭证和与争议有关的材料；委托他人参加的，另带授权委托书"),
                line("recusal", "回避申请期限", recusalUntil == null ? "" : ChineseDay.of(recusalUntil))
                        .hinted("按制发当天算出；晚送达的，往后推。"));
    }

    private List<Blank> letter() {
        Entry.AgreementReached agreed = (Entry.AgreementReached) facts.last(Entry.AgreementReached.class)
                .orElseThrow()
                .recorded()
                .entry();
        String mediators = facts.last(Entry.MediationHeld.class)
                .map(told ->
                        facts.officers(((Entry.MediationHeld) told.recorded().entry()).mediators()))
                .orElse("");
        return List.of(
                story("dispute", "争议事实", facts.story().content()),
                story("demands", "投诉请求", facts.demands()),
                story("terms", "协议内容", AgreementWords.of(facts)),
                line("amount", "履行金额", Facts.money(agreed.amount())).optional(),
                line("performBy", "履行期限", agreed.performBy() == null ? "" : ChineseDay.of(agreed.performBy()))
                        .optional(),
                line("mediators", "调解人员", mediators));
    }

    /** What special laws command for the topics of this report (Art. 36). */
    private String basis() {
        Optional<Told> told = facts.last(Entry.ReporterTold.class);
        if (told.isPresent()) {
            String given = ((Entry.ReporterTold) told.get().recorded().entry()).citation();
            if (given != null) {
                return given;
            }
        }
        java.util.Set<String> topics = facts.papers().state().report().topics();
        return topics.contains("FOOD")
                ? "《中华人民共和国食品安全法》第一百一十五条"
                : topics.contains("ADVERTISING")
                        ? "《中华人民共和国广告法》第五十三条"
                        : topics.contains("UNFAIR_COMPETITION") ? "《中华人民共和国反不正当竞争法》第二十条" : "";
    }

    static String mode(String code) {
        return switch (code) {
            case "ON_SITE" -> "现场调解";
            case "PHONE" -> "电话调解";
            case "VIDEO" -> "视频调解";
            case "AUDIO" -> "音频调解";
            default -> "互联网调解";
        };
    }
}
