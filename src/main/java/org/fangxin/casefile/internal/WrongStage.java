package org.fangxin.casefile.internal;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.jspecify.annotations.Nullable;

/** The sentence for an act that does not fit the stage: what happened, the act that would be right, and the article. */
final class WrongStage {
    /** How far a complaint is: talks, received, under mediation, ended, filed away. */
    private enum Phase {
        TALKS,
        RECEIVED,
        MEDIATION,
        ENDED,
        ARCHIVED
    }

    private record Answer(String happened, String instead, String article) {}

    private WrongStage() {}

    static Decision.Refused of(Act act, String article, Set<Stage> fitting, CaseState state) {
        Answer answer = state.kind() == Kind.COMPLAINT
                ? complaint(article, fitting, state)
                : new Answer("本案" + state.stage().chinese(), "", article);
        String why = "现在不能“" + act.label() + "”：" + answer.happened() + "。" + answer.instead();
        return answer.article().isEmpty()
                ? Decision.refused("STAGE", why)
                : Decision.refused("STAGE", why, answer.article().split("、"));
    }

    private static Answer complaint(String article, Set<Stage> fitting, CaseState state) {
        Phase earliest =
                fitting.stream().map(WrongStage::phase).sorted().findFirst().orElse(Phase.ARCHIVED);
        boolean early = phase(state.stage()).compareTo(earliest) < 0;
        return early ? notYet(article, earliest, state) : already(article, state);
    }

    private static Answer notYet(String article, Phase needed, CaseState state) {
        if (state.stage() == Stage.GREEN_CHANNEL) {
            return new Answer("正在与商家协商，还没有机关接收", "要由机关办理请用“转市场监管部门”。", "第六条");
        }
        if (needed == Phase.MEDIATION) {
            return new Answer("还没有受理", "请先用“受理”。", Citation.deciding(state.law()));
        }
        return new Answer("还没有办结", "", article);
    }

    private static Answer already(String article, CaseState state) {
        String law = state.law();
        return switch (state.stage()) {
            case GREEN_CHANNEL -> new Answer("正在与商家协商", "", "第六条");
            case RECEIVED -> new Answer("已由机关接收", "请决定是否“受理”。", Citation.deciding(law));
            case ACCEPTED, MEDIATING ->
                new Answer(
                        day(state.complaint().course().acceptedAt()) + "已受理",
                        "要结束办理请用“终止调解”。",
                        Citation.old(law) ? Citation.terminating(law) : "第二十三条");
            case AGREED -> new Answer(day(decided(state)) + "已达成调解协议", "履行情况请用“记录履行”。", Citation.letter(law));
            case REFUSED -> new Answer(day(decided(state)) + "已决定不予受理", "决定有错请用“撤销决定”。", Citation.deciding(law));
            case TERMINATED ->
                new Answer(
                        day(decided(state)) + "已终止调解",
                        "决定有错请用“撤销决定”。",
                        Citation.old(law) ? Citation.terminating(law) : "第二十三条");
            case WITHDRAWN -> new Answer(day(decided(state)) + "投诉人已撤回，办理已经结束", "投诉人可以另行提出。", article);
            case SETTLED_GREEN -> new Answer("已与商家先行和解，办理已经结束", "", "第六条");
            case MERGED -> new Answer("已并入另一件办理", "请到并入的那一件办理。", "第十四条");
            case RECLASSIFIED -> new Answer("已更正类别", "请到更正后的那一件办理。", "第九条");
            default -> new Answer("已归档，办理已经结束", "", article);
        };
    }

    private static @Nullable Instant decided(CaseState state) {
        return state.complaint().course().decidedAt();
    }

    /** 5月7日, or nothing when no day is known. */
    private static String day(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        ZonedDateTime day = at.atZone(Fields.ZONE);
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static Phase phase(Stage stage) {
        return switch (stage) {
            case GREEN_CHANNEL -> Phase.TALKS;
            case RECEIVED -> Phase.RECEIVED;
            case ACCEPTED, MEDIATING -> Phase.MEDIATION;
            case ARCHIVED -> Phase.ARCHIVED;
            default -> Phase.ENDED;
        };
    }
}
