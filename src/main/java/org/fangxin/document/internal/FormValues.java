package org.fangxin.document.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.RefusalGround;
import org.fangxin.casefile.TerminationGround;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.document.Blank;
import org.fangxin.document.internal.word.Lines;
import org.jspecify.annotations.Nullable;

/** What stands at each placeholder of a form; {@link FormTags} names them. */
final class FormValues {
    private static final String REVIEW = "对本决定不服的，可以自知道本决定之日起六十日内依法申请行政复议，也可以自知道本决定之日起六个月内依法向人民法院提起行政诉讼。";

    private final Facts facts;
    private final CaseState state;
    private final Citations law;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * The head and foot of a paper.
     *
     * @param agency full name of the issuing agency
     * @param receiver name of the agency that a distribution goes to
     * @param files how many evidence files the case has
     * @param review whether a refusal tells of administrative review (procedures 7-26)
     */
    record Frame(
            String agency,
            String number,
            LocalDate day,
            String receiver,
            int files,
            boolean review,
            @Nullable String replaces) {}

    FormValues(Facts facts) {
        this.facts = facts;
        this.state = facts.papers().state();
        this.law = new Citations(state);
    }

    Map<String, Object> of(OfficialForm form, Frame frame, List<Blank> blanks) {
        frame(form, frame);
        parties();
        switch (form) {
            case F1, F2 -> sheet(frame);
            case F3 -> distribution(frame);
            case F4 -> {
                put("核验依据", law.identity());
                put("不提供的后果", "逾期不提供，或者拒不配合核验真实身份信息的，本局将依据" + law.identityRefused() + "的规定不予受理。");
            }
            case F5 -> {
                put("受理依据", law.accepting());
                put("调解期限", law.limit());
            }
            case F6 -> refusal(frame);
            case F7 -> {
                put("调解告知依据", law.session());
                put("回避依据", law.recusal());
            }
            case F8 -> termination();
            case F9 -> letter();
            case F10 -> {
                // who reported lies in the vault (Art. 37): the paper speaks to the number
                put("举报人", "编号" + state.caseNo() + "的举报人");
                put("被举报人", facts.business());
            }
        }
        blanks.forEach(blank -> put(blank.label(), blank.value()));
        keepOnly(form);
        return values;
    }

    private void frame(OfficialForm form, Frame frame) {
        put("机关名称", frame.agency());
        put("文号", frame.number());
        put("案件编号", state.caseNo());
        put("制发日期", ChineseDay.of(frame.day()));
        values.put("印章", form.sealed() ? "（印章）" : "");
        put("办法名称", law.rules());
        put("收到日期", ChineseDay.of(state.receivedAt()));
        values.put("更正", frame.replaces() != null);
        put("更正文号", frame.replaces());
        put("材料份数", String.valueOf(frame.files()));
    }

    private void parties() {
        put("投诉人", facts.complainant());
        put("被投诉人", facts.business());
    }

    private void sheet(Frame frame) {
        PartyData own = facts.first(PartyRole.COMPLAINANT).orElse(null);
        var story = facts.story();
        var merchant = story.merchant();
        put("投诉人电话", own == null ? null : own.phone());
        put("投诉人地址", own == null ? null : own.address());
        put("受托人", facts.names(PartyRole.AGENT));
        for (String whom : List.of("被投诉人", "被举报人")) {
            put(whom, facts.business());
            put(whom + "电话", merchant.phone());
            put(whom + "地址", merchant.address());
            put(whom + "信用代码", merchant.uscc());
        }
        put("举报人", state.report().topics().contains("REAL_NAME") ? "实名（身份信息另行保管）" : "匿名");
        put("投诉渠道", facts.channel());
        put("举报渠道", facts.channel());
        put("收到时间", ChineseDay.withTime(state.receivedAt()));
        put("商品或者服务", story.goodsDetail());
        put("消费日期", story.occurredOn() == null ? null : ChineseDay.of(story.occurredOn()));
        put("涉及金额", Facts.money(story.amount()));
        put("投诉请求", facts.demands());
        put("争议事实", story.content());
        put("举报内容", story.content());
        put(
                "登记人",
                facts.officers(
                        List.of(facts.papers().told().getFirst().recorded().actorId())));
    }

    private void distribution(Frame frame) {
        put("接收机关", frame.receiver());
        put("类别", state.kind() == Kind.REPORT ? "举报" : "投诉");
        put("分送依据", law.distribution());
        Instant sent = facts.last(Entry.Distributed.class)
                .map(told -> told.recorded().occurredAt())
                .orElse(state.receivedAt());
        put("分送日期", ChineseDay.of(sent));
    }

    private void refusal(Frame frame) {
        put("不予受理依据", law.refusing());
        List<Map<String, Object>> grounds = new ArrayList<>();
        facts.last(Entry.Refused.class).ifPresent(told -> {
            for (Entry.Ground ground : ((Entry.Refused) told.recorded().entry()).grounds()) {
                RefusalGround why = RefusalGround.valueOf(ground.code());
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("序号", String.valueOf(grounds.size() + 1));
                row.put("条文", law.full(why.article(state.law())));
                row.put("情形", described(why, ground));
                grounds.add(row);
            }
        });
        values.put("不予受理理由", grounds);
        values.put("告知复议", frame.review());
        put("复议告知", REVIEW);
        ways();
    }

    private static String described(RefusalGround why, Entry.Ground ground) {
        String fine = why.subs().stream()
                .filter(sub -> sub.code().equals(ground.sub()))
                .map(sub -> "：" + sub.label())
                .findFirst()
                .orElse("");
        String cited = ground.citation() == null ? "" : "：" + ground.citation();
        return why.chinese() + fine + cited;
    }

    private void termination() {
        facts.last(Entry.MediationTerminated.class).ifPresent(told -> {
            var ended = (Entry.MediationTerminated) told.recorded().entry();
            TerminationGround why = TerminationGround.valueOf(ended.ground());
            put("终止依据", law.full(why.article(state.law())));
            String fine = why.subs().stream()
                    .filter(sub -> sub.code().equals(ended.sub()))
                    .map(sub -> "（" + sub.label() + "）")
                    .findFirst()
                    .orElse("");
            put("终止情形", "“" + why.chinese() + "”" + fine + "的情形");
        });
        Instant accepted = state.complaint().course().acceptedAt();
        put("受理日期", accepted == null ? null : ChineseDay.of(accepted));
        ways();
    }

    private void letter() {
        PartyData own = facts.first(PartyRole.COMPLAINANT).orElse(null);
        put("投诉人电话", own == null ? null : own.phone());
        put("投诉人地址", own == null ? null : own.address());
        put("被投诉人地址", facts.story().merchant().address());
        put("调解书依据", law.letter());
        put(
                "调解日期",
                facts.last(Entry.AgreementReached.class)
                        .map(told -> ChineseDay.of(told.recorded().occurredAt()))
                        .orElse(""));
    }

    private void ways() {
        List<Map<String, Object>> ways = new ArrayList<>();
        String figures = "一二三四五";
        for (int i = 0; i < Citations.WAYS.size(); i++) {
            boolean last = i == Citations.WAYS.size() - 1;
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("序号", figures.substring(i, i + 1));
            row.put("途径", Citations.WAYS.get(i) + (last ? "。" : "；"));
            ways.add(row);
        }
        values.put("救济途径", ways);
        put("其他途径依据", law.otherWays());
    }

    /** Nothing that the form has no place for reaches a template: a complaint's telephone is not on a notice to the merchant. */
    private void keepOnly(OfficialForm form) {
        Map<String, FormTags.Tag> tags = FormTags.of(form);
        values.keySet().retainAll(tags.keySet());
        tags.values().stream()
                .filter(tag -> tag.sort() == FormTags.Sort.TEXT)
                .forEach(tag -> values.putIfAbsent(tag.name(), Lines.NOTHING));
    }

    private void put(String name, @Nullable String value) {
        values.put(name, value == null || value.isBlank() ? Lines.NOTHING : value.strip());
    }
}
