package org.fangxin.region.internal;

import java.util.List;
import org.fangxin.region.Agency;

/** Who is competent for a report (Art. 29–32, 34, 43): the county agency in front, agencies above it count as well. */
final class ReportCompetence {
    private static final String ACT = "第二十九条";
    private static final String OFFICE = "第三十条";
    private static final String PLATFORM = "第三十一条第一款";
    private static final String IN_PLATFORM = "第三十一条第二款";

    private ReportCompetence() {}

    static Findings of(FactSheet facts) {
        Findings findings = new Findings();
        String special = facts.specialRules();
        if (facts.otherDepartment()) {
            return findings.note("法律、法规、规章规定由其他部门处理，不属于市场监督管理部门职责；应当告知举报人。", "第二条", "第三十四条");
        }
        if (special != null) {
            return findings.note(specialRules(special), "第四十三条", ACT);
        }
        byAct(facts, findings);
        byReceiver(facts, findings);
        return findings;
    }

    private static String specialRules(String special) {
        return switch (special) {
            case "DRUG_REGISTRATION" -> "举报涉嫌违反药品、医疗器械、化妆品注册备案有关规定，按照国家市场监督管理总局或者国家药品监督管理局的专门规定办理。";
            case "FAIR_COMPETITION" -> "举报涉嫌违反《公平竞争审查条例》，按照国家市场监督管理总局的专门规定办理。";
            default -> "举报涉嫌违反《中华人民共和国反垄断法》，按照国家市场监督管理总局的专门规定办理；反垄断执法由总局或者经它授权的省级机关负责。";
        };
    }

    private static void byAct(FactSheet facts, Findings findings) {
        if (facts.advertising()) {
            if (facts.medium().equals("OTHER")) {
                placeOfAct(facts, findings);
            } else {
                AdvertisementCompetence.find(facts, findings);
            }
            return;
        }
        switch (facts.type()) {
            case null -> anyOperator(facts, findings);
            case "PLATFORM" -> platform(facts, findings);
            case "SELF_SITE" -> findings.candidateOrAsk(facts.domicile(), Question.MERCHANT_REGION, PLATFORM);
            case "IN_PLATFORM" -> inPlatform(facts, findings);
            default -> placeOfAct(facts, findings);
        }
    }

    /** The operator's kind is unknown: everything that one of the articles could lead to. */
    private static void anyOperator(FactSheet facts, Findings findings) {
        findings.ask(Question.MERCHANT_TYPE);
        if (facts.act() == null) {
            findings.candidateIfKnown(facts.businessOrRegistered(), ACT);
        } else {
            findings.candidateIfKnown(facts.act(), ACT)
                    .candidateIfKnown(facts.registered(), PLATFORM)
                    .candidateIfKnown(facts.business(), IN_PLATFORM);
        }
        findings.candidateIfKnown(facts.platform(), IN_PLATFORM);
    }

    private static void platform(FactSheet facts, Findings findings) {
        Place domicile = facts.domicile();
        findings.candidateOrAsk(domicile != null ? domicile : facts.platform(), Question.MERCHANT_REGION, PLATFORM);
    }

    /** The platform's agency counts only when it had the report first; while nobody has it, it is possible. */
    private static void inPlatform(FactSheet facts, Findings findings) {
        Place business = facts.business();
        Place platform = facts.platform();
        findings.candidateOrAsk(business, Question.MERCHANT_REGION, IN_PLATFORM);
        if (facts.receivedAtOrAbove(business)) {
            return;
        }
        if (platform == null) {
            findings.ask(Question.PLATFORM_REGION);
        } else if (facts.receiver() == null || facts.receivedAtOrAbove(platform)) {
            findings.candidate(platform.agency(), platform.words() + "其先行收到举报的，也可以处理。", List.of(IN_PLATFORM));
        }
    }

    private static void placeOfAct(FactSheet facts, Findings findings) {
        Place act = facts.act();
        if (act != null) {
            findings.candidate(act.agency(), act.words(), List.of(ACT));
        } else {
            findings.ask(Question.ACT_REGION).candidateIfKnown(facts.businessOrRegistered(), ACT);
        }
        Agency receiver = facts.receiver();
        if (receiver != null && facts.receivedByOffice() && findings.has(receiver)) {
            findings.candidate(receiver, "其派出机构（市场监督管理所）以其名义处理。", List.of(OFFICE));
        }
    }

    private static void byReceiver(FactSheet facts, Findings findings) {
        Agency receiver = facts.receiver();
        List<Agency> competent = findings.agencies();
        if (receiver == null) {
            if (competent.size() > 1) {
                findings.ask(Question.RECEIVED_BY);
            }
            return;
        }
        if (competent.isEmpty() || findings.has(receiver)) {
            return;
        }
        competent.stream()
                .filter(one -> facts.below(one, receiver))
                .findFirst()
                .ifPresentOrElse(
                        lower -> findings.candidate(
                                receiver, "其下级有处理权限，县级以上机关均可处理，也可以分送下级。", findings.articlesOf(lower)),
                        () -> noAuthority(receiver, competent, facts, findings));
    }

    private static void noAuthority(Agency receiver, List<Agency> competent, FactSheet facts, Findings findings) {
        boolean open = !findings.asksNothing() || competent.stream().anyMatch(one -> facts.below(receiver, one));
        if (!open) {
            findings.note(
                    receiver.name() + "不具备处理权限：应当告知举报人直接向"
                            + competent.getFirst().name() + "提出。",
                    "第三十四条");
        }
    }
}
