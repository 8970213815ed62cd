package org.fangxin.intake.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.PartyRole;
import org.fangxin.intake.Submission;
import org.fangxin.intake.internal.text.Redaction;
import org.fangxin.intake.internal.text.TextSplit;
import org.jspecify.annotations.Nullable;

/**
 * Makes a case of one part of a submission (Art. 9): a complaint shows nothing of a report handed in with it; a report
 * holds nothing that tells who reported (Art. 37).
 */
public final class CaseParts {
    private static final int SUMMARY = 60;

    private CaseParts() {}

    /** What all parts of a submission have in common. */
    public record Frame(String submissionNo, Instant receivedAt, String source) {}

    /** The case of one kind; {@code related} the complaint that a report came with, or null. */
    public static NewCase of(
            Kind kind,
            Submission submission,
            Destination.Choice choice,
            Frame frame,
            List<String> attachments,
            @Nullable String related,
            boolean greenChannel) {
        return new NewCase(
                kind,
                choice.agency().code(),
                frame.receivedAt(),
                submission.channel().name(),
                frame.source(),
                frame.submissionNo(),
                related,
                narrative(kind, submission, choice.factsJson()),
                parties(kind, submission),
                choice.route(),
                flags(kind, submission),
                topics(kind, submission),
                greenChannel,
                attachments);
    }

    /** The text that the part's file holds. */
    static String text(Kind kind, Submission submission) {
        String text = submission.has(Kind.REPORT) && kind != Kind.REPORT
                ? TextSplit.complaintPart(submission.content())
                : submission.content();
        return kind == Kind.REPORT ? Redaction.ofReporter(text, submission.person()) : text;
    }

    private static NewCase.Narrative narrative(Kind kind, Submission submission, @Nullable String factsJson) {
        boolean report = kind == Kind.REPORT;
        String text = text(kind, submission);
        Submission.Merchant m = submission.merchant();
        return new NewCase.Narrative(
                text,
                Redaction.summaryOf(submission.person(), text, SUMMARY),
                report ? List.of() : submission.demands(),
                report ? null : submission.amount(),
                submission.occurredOn(),
                report ? null : submission.knewOn(),
                submission.goodsCode(),
                submission.problemCode(),
                submission.goodsDetail(),
                new NewCase.Merchant(m.name(), m.uscc(), m.address(), m.regionCode(), m.type(), m.phone(), factsJson));
    }

    private static List<PartyData> parties(Kind kind, Submission submission) {
        List<PartyData> parties = new ArrayList<>();
        Submission.Person person = submission.person();
        if (kind != Kind.REPORT && person.name() != null) {
            PartyRole role = kind == Kind.COMPLAINT ? PartyRole.COMPLAINANT : PartyRole.ASKER;
            parties.add(new PartyData(
                    role, person.name(), person.phone(), person.idNumber(), person.address(), person.email()));
        } else if (kind != Kind.REPORT) {
            parties.add(new PartyData(
                    kind == Kind.COMPLAINT ? PartyRole.COMPLAINANT : PartyRole.ASKER,
                    "未留姓名",
                    person.phone(),
                    null,
                    person.address(),
                    person.email()));
        }
        Submission.Agent agent = person.agent();
        if (kind == Kind.COMPLAINT && agent != null) {
            parties.add(new PartyData(
                    PartyRole.AGENT, agent.name(), agent.phone(), agent.idNumber(), agent.address(), null));
        }
        Submission.Merchant m = submission.merchant();
        boolean against = kind == Kind.COMPLAINT || kind == Kind.REPORT;
        if (against && !m.name().isEmpty()) {
            PartyRole role = kind == Kind.COMPLAINT ? PartyRole.RESPONDENT : PartyRole.REPORTED;
            parties.add(new PartyData(role, m.name(), m.phone(), null, m.address(), null));
        }
        return parties;
    }

    private static Set<Flag> flags(Kind kind, Submission submission) {
        boolean agent = kind == Kind.COMPLAINT && submission.person().agent() != null;
        return agent ? EnumSet.of(Flag.AGENT) : EnumSet.noneOf(Flag.class);
    }

    /** Only what a person stated: a word in a text attaches no law to a case. */
    static Set<String> topics(Kind kind, Submission submission) {
        Set<String> topics = new HashSet<>();
        if (advertising(submission)) {
            topics.add("ADVERTISING");
        }
        if (starts(submission.goodsCode(), "101", "103", "105", "180") || starts(submission.problemCode(), "53")) {
            topics.add("FOOD");
        }
        if (starts(submission.problemCode(), "04")) {
            topics.add("UNFAIR_COMPETITION");
        }
        if (kind == Kind.REPORT
                && !submission.person().anonymous()
                && submission.person().name() != null) {
            topics.add("REAL_NAME");
        }
        return topics;
    }

    private static boolean advertising(Submission submission) {
        Submission.Advertising ad = submission.advertising();
        String type = submission.merchant().type();
        return ad.adMedium() != null
                || ad.adPublisherRegionCode() != null
                || ad.advertiserRegionCode() != null
                || ad.adAgentRegionCode() != null
                || ad.selfPublishedAd() != null
                || starts(type, "AD")
                || starts(submission.problemCode(), "02");
    }

    private static boolean starts(@Nullable String code, String... with) {
        return code != null && java.util.Arrays.stream(with).anyMatch(code::startsWith);
    }
}
