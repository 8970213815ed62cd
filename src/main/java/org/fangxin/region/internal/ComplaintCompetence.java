package org.fangxin.region.internal;

import java.util.List;
import org.fangxin.region.Agency;

/** Who is competent for a complaint (Art. 13, 14, 41). */
final class ComplaintCompetence {
    private static final String OPERATOR = "第十三条第一款";
    private static final String PLATFORM = "第十三条第二款";
    private static final String IN_PLATFORM = "第十三条第三款";

    private ComplaintCompetence() {}

    static Findings of(FactSheet facts) {
        Findings findings = new Findings();
        if (facts.otherDepartment()) {
            return findings.note("法律、法规、规章规定由其他部门处理，不属于市场监督管理部门职责；应当告知有权处理的部门。", "第二条", "第十六条第一项");
        }
        byRespondent(facts, findings);
        byReceiver(facts, findings);
        return findings;
    }

    private static void byRespondent(FactSheet facts, Findings findings) {
        switch (facts.type()) {
            case null -> anyRespondent(facts, findings);
            case "PLATFORM" -> platform(facts, findings);
            case "SELF_SITE" -> findings.candidateOrAsk(facts.domicile(), Question.MERCHANT_REGION, PLATFORM);
            case "IN_PLATFORM" -> inPlatform(facts, findings);
            default -> operator(facts, findings);
        }
    }

    /** The respondent's kind is unknown: everything that one of the paragraphs could lead to. */
    private static void anyRespondent(FactSheet facts, Findings findings) {
        findings.ask(Question.MERCHANT_TYPE)
                .candidateIfKnown(facts.business(), OPERATOR)
                .candidateIfKnown(facts.registered(), OPERATOR)
                .candidateIfKnown(facts.unreachable() ? null : facts.published(), IN_PLATFORM)
                .candidateIfKnown(facts.platform(), IN_PLATFORM);
    }

    private static void platform(FactSheet facts, Findings findings) {
        Place domicile = facts.domicile();
        findings.candidateOrAsk(domicile != null ? domicile : facts.platform(), Question.MERCHANT_REGION, PLATFORM);
    }

    private static void operator(FactSheet facts, Findings findings) {
        findings.candidateIfKnown(facts.business(), OPERATOR).candidateIfKnown(facts.registered(), OPERATOR);
        if (findings.agencies().isEmpty()) {
            findings.ask(Question.MERCHANT_REGION);
        }
    }

    private static void inPlatform(FactSheet facts, Findings findings) {
        if (facts.unpublished() || facts.unreachable()) {
            onlyPlatform(facts, findings);
            return;
        }
        findings.candidateOrAsk(facts.published(), Question.PUBLISHED_REGION, IN_PLATFORM)
                .candidateOrAsk(facts.platform(), Question.PLATFORM_REGION, IN_PLATFORM);
    }

    private static void onlyPlatform(FactSheet facts, Findings findings) {
        Place platform = facts.platform();
        if (platform == null) {
            findings.ask(Question.PLATFORM_REGION);
            return;
        }
        String why = facts.unpublished() ? "店铺没有在平台依法公示地址，" : "通过平台公示的地址无法取得联系，";
        findings.candidate(platform.agency(), why + platform.words(), List.of(IN_PLATFORM));
    }

    private static void byReceiver(FactSheet facts, Findings findings) {
        Agency receiver = facts.receiver();
        List<Agency> competent = findings.agencies();
        if (receiver == null) {
            askReceiverAmong(competent, findings);
        } else if (facts.type() != null && !competent.isEmpty()) {
            judgeReceiver(receiver, competent, facts, findings);
        }
    }

    private static void askReceiverAmong(List<Agency> competent, Findings findings) {
        if (competent.size() > 1) {
            findings.ask(Question.RECEIVED_BY);
        }
    }

    private static void judgeReceiver(Agency receiver, List<Agency> competent, FactSheet facts, Findings findings) {
        List<Agency> lower =
                competent.stream().filter(one -> facts.below(one, receiver)).toList();
        if (findings.has(receiver)) {
            firstReceiver(receiver, competent, findings);
        } else if (!lower.isEmpty()) {
            superior(receiver, lower, findings);
        } else if (competent.stream().noneMatch(one -> facts.below(receiver, one)) && findings.asksNothing()) {
            noAuthority(receiver, findings);
        }
    }

    private static void firstReceiver(Agency receiver, List<Agency> competent, Findings findings) {
        if (competent.size() > 1) {
            findings.only(receiver);
            findings.candidate(receiver, "两个以上机关都有处理权限，由先收到投诉的机关处理。", List.of("第十四条"));
        }
    }

    private static void superior(Agency receiver, List<Agency> lower, Findings findings) {
        lower.forEach(one -> findings.candidate(one, "收到投诉的是其上级机关，可以分送下级，认为有必要时也可以自行处理。", List.of("第十三条第四款")));
        findings.note(
                receiver.name() + "是上级机关：分送有处理权限的下级机关，或者认为有必要时自行处理；下级认为需要的，可以报请其处理。", "第四十一条", "第十三条第四款", "第十三条第五款");
    }

    private static void noAuthority(Agency receiver, Findings findings) {
        findings.note(
                receiver.name() + "不具有处理权限：反馈给分送它的统一接收机构，或者报共同的上级分送，不得自行移送；没有这样的机构时不予受理，并告知有处理权限的机关。",
                "第四十一条",
                "第十六条第一项");
    }
}
