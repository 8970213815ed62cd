package org.fangxin.region;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.region.Competence.Answer;
import org.fangxin.region.Competence.Candidate;
import org.jspecify.annotations.Nullable;

/** Which agency gets a new case, and what it does with it (Art. 14, 34, 41; settings {@code route.order}, 7-18 and 7-19). */
public final class Routing {
    private final Agencies agencies;
    private final Order order;

    public Routing(Agencies agencies, Order order) {
        this.agencies = agencies;
        this.order = order;
    }

    /** Which of two competent agencies comes first while none has it yet: the law leaves that open. */
    public enum Order {
        /** The published address or the actual place: nearest to goods and seller. */
        PLACE_FIRST,
        /** The platform's domicile. */
        PLATFORM_FIRST
    }

    /** What the agency that gets it does next. */
    public enum Step {
        /** It is competent. */
        HANDLE,
        /** It stands above the competent agency and distributes to {@code target} (Art. 41). */
        DISTRIBUTE,
        /** A complaint without authority: back to its sender or up to the common intake {@code target} (Art. 41). */
        RETURN,
        /** A report without authority: tell the reporter to go to {@code target} (Art. 34). */
        TELL,
        /** Facts are missing that decide: ask for them. */
        ASK,
        /** No market regulator is competent, or special rules apply (Art. 2, 43). */
        OUTSIDE
    }

    /**
     * Where it goes.
     *
     * @param agency who holds the case; null when nobody has it yet and nobody can be named
     * @param target the other agency that the step speaks of, or null
     * @param articles why, e.g. 第十三条第一款
     * @param candidates all competent (or possible) agencies
     */
    public record Route(
            @Nullable Agency agency,
            Step step,
            @Nullable Agency target,
            List<String> articles,
            String reason,
            List<Candidate> candidates) {}

    /**
     * Routes one complaint or report.
     *
     * @param kind COMPLAINT or REPORT
     * @param answer what {@link Competence} said of the same facts
     * @param receivedBy code of the agency that has it, a 所 included; null when it comes from the public pages
     */
    public Route route(String kind, Answer answer, @Nullable String receivedBy) {
        Optional<Agency> receiver = receiver(receivedBy);
        if (answer.candidates().isEmpty()) {
            return nobody(answer, receiver.orElse(null));
        }
        return receiver.map(agency -> received(kind, answer, agency))
                .orElseGet(() -> handle(first(kind, answer), answer));
    }

    private Optional<Agency> receiver(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        return agencies.find(code)
                .map(agency -> agencies.actingFor(agency.code()))
                .or(() -> agencies.countyAgencyOf(code));
    }

    private static Route nobody(Answer answer, @Nullable Agency receiver) {
        if (!answer.missing().isEmpty()) {
            String question = answer.missing().getFirst().why();
            return new Route(receiver, Step.ASK, null, List.of(), "还缺少决定办理机关的信息：" + question, List.of());
        }
        Competence.Note note = answer.note();
        return note == null
                ? new Route(receiver, Step.OUTSIDE, null, List.of(), "没有可以办理的市场监督管理部门。", List.of())
                : new Route(receiver, Step.OUTSIDE, null, note.articles(), note.reason(), List.of());
    }

    private Route received(String kind, Answer answer, Agency receiver) {
        Optional<Candidate> lower = inOrder(kind, answer).stream()
                .filter(candidate -> isBelow(candidate.agency(), receiver))
                .findFirst();
        if (lower.isPresent()) {
            return new Route(
                    receiver,
                    Step.DISTRIBUTE,
                    lower.get().agency(),
                    join(lower.get().articles(), "第四十一条"),
                    lower.get().reason() + "由" + receiver.name() + "分送。",
                    answer.candidates());
        }
        return answer.candidates().stream()
                .filter(candidate -> candidate.agency().equals(receiver))
                .findFirst()
                .map(candidate -> handle(candidate, answer))
                .orElseGet(() -> withoutAuthority(kind, answer, receiver));
    }

    private Route withoutAuthority(String kind, Answer answer, Agency receiver) {
        Agency competent = first(kind, answer).agency();
        boolean mayBeHere = isBelow(receiver, competent) || !answer.missing().isEmpty();
        if (mayBeHere) {
            return new Route(
                    receiver, Step.ASK, competent, List.of(), "现有信息还不能确定本机关是否有处理权限，请核实地址。", answer.candidates());
        }
        if (kind.equals("REPORT")) {
            String reason = receiver.name() + "不具备处理权限，应当告知举报人直接向" + competent.name() + "提出。";
            return new Route(receiver, Step.TELL, competent, List.of("第三十四条"), reason, answer.candidates());
        }
        Agency common = agencies.commonSuperior(List.of(receiver.code(), competent.code()));
        String reason =
                receiver.name() + "不具有处理权限，有处理权限的是" + competent.name() + "；反馈给分送机构，或者报" + common.name() + "分送，不得自行移送。";
        return new Route(receiver, Step.RETURN, common, List.of("第四十一条"), reason, answer.candidates());
    }

    private static Route handle(Candidate candidate, Answer answer) {
        return new Route(
                candidate.agency(), Step.HANDLE, null, candidate.articles(), candidate.reason(), answer.candidates());
    }

    private Candidate first(String kind, Answer answer) {
        return inOrder(kind, answer).getFirst();
    }

    /** Competence names the place before the platform; for a report the platform's agency never comes first (Art. 31). */
    private List<Candidate> inOrder(String kind, Answer answer) {
        boolean asNamed = order == Order.PLACE_FIRST || kind.equals("REPORT");
        return asNamed ? answer.candidates() : answer.candidates().reversed();
    }

    private boolean isBelow(Agency lower, Agency upper) {
        return !lower.equals(upper) && agencies.within(lower.code(), upper.code());
    }

    private static List<String> join(List<String> articles, String more) {
        return articles.contains(more)
                ? articles
                : Stream.concat(articles.stream(), Stream.of(more)).toList();
    }
}
