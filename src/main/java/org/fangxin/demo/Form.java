package org.fangxin.demo;

import java.time.Instant;
import java.util.List;
import org.fangxin.casefile.Kind;
import org.fangxin.intake.SubmissionForm;
import org.fangxin.law.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** A story's submission as it would be typed into the form. */
final class Form {
    private Form() {}

    static SubmissionForm of(Story story, Instant base, WorkingCalendar calendar) {
        Story.Submitted s = story.submitted();
        When knew = s.knewOn();
        return new SubmissionForm(
                s.channel(),
                kinds(story),
                person(s),
                merchant(s.shop()),
                s.content(),
                List.copyOf(s.demands()),
                s.amount() == null ? null : s.amount().toPlainString(),
                null,
                knew == null ? null : knew.day(base, calendar).toString(),
                new SubmissionForm.Goods(s.goods(), s.problem(), null, null, null, null),
                List.of(),
                new SubmissionForm.Consents(false, false, true, null, false),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<@Nullable String> kinds(Story story) {
        return story.submitted().alsoReport()
                ? List.of(Kind.COMPLAINT.name(), Kind.REPORT.name())
                : List.of(story.kind().name());
    }

    private static SubmissionForm.Person person(Story.Submitted s) {
        if (s.people().isEmpty()) {
            return new SubmissionForm.Person(null, null, null, null, null, true, null);
        }
        Visitor visitor = s.people().getFirst();
        Visitor agent = s.agent();
        return new SubmissionForm.Person(
                visitor.name(),
                visitor.phone(),
                null,
                visitor.address(),
                null,
                false,
                agent == null ? null : new SubmissionForm.Agent(agent.name(), agent.phone(), null, agent.address()));
    }

    private static SubmissionForm.@Nullable Merchant merchant(@Nullable Shop shop) {
        return shop == null
                ? null
                : new SubmissionForm.Merchant(
                        shop.label(),
                        null,
                        shop.address(),
                        shop.region(),
                        "SHOP",
                        null,
                        shop.phone(),
                        null,
                        null,
                        null,
                        null);
    }
}
