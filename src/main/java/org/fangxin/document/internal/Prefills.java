package org.fangxin.document.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.document.Blank;
import org.fangxin.intake.GivenConsents;
import org.fangxin.law.Settings;
import org.fangxin.law.WorkingCalendar;
import org.springframework.stereotype.Component;

/** What the program knows for a form's blanks beside the case itself: consents of intake, days that it counts. */
@Component
class Prefills {
    private final GivenConsents consents;
    private final Settings settings;
    private final WorkingCalendar calendar;

    Prefills(GivenConsents consents, Settings settings, WorkingCalendar calendar) {
        this.consents = consents;
        this.settings = settings;
        this.calendar = calendar;
    }

    /** @param issuer code of the issuing agency, whose settings count */
    List<Blank> of(OfficialForm form, Facts facts, FormBlanks.Contact contact, String issuer, LocalDate today) {
        FormBlanks blanks = new FormBlanks(facts, contact);
        return switch (form) {
            case F1 -> blanks.agreed(given(facts));
            case F7 -> blanks.session(recusalUntil(issuer, today));
            default -> blanks.of(form);
        };
    }

    private Optional<GivenConsents.Given> given(Facts facts) {
        return consents.of(facts.papers().state().caseNo());
    }

    /** The last day to ask for a recusal: the day of issue does not count (Art. 21, 45; procedures 7-33). */
    private LocalDate recusalUntil(String issuer, LocalDate today) {
        LocalDate day = today;
        for (int left = Integer.parseInt(settings.value("recusal.window", issuer)); left > 0; left--) {
            day = calendar.workingDayFrom(day.plusDays(1));
        }
        return day;
    }
}
