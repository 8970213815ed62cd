package org.fangxin.supervision.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agency;
import org.fangxin.supervision.store.HangingStore;
import org.fangxin.supervision.store.HangingStore.Hanging;
import org.fangxin.supervision.store.HangingStore.Step;
import org.fangxin.supervision.store.MajorStore.Major;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 挂牌督办: hung by an agency at its level, reported on by who is responsible, extended and lifted by who hung it. */
@Component
public class Hangings {
    private final HangingStore store;
    private final MajorCases majors;
    private final CaseFiles cases;
    private final InstantSource clock;

    Hangings(HangingStore store, MajorCases majors, CaseFiles cases, InstantSource clock) {
        this.store = store;
        this.majors = majors;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * @param dueOn the last day of the term
     * @param responsible in charge of the case
     * @param everyDays how often he reports
     */
    @Transactional
    public void hang(
            SignedIn who, long majorId, @Nullable LocalDate dueOn, String responsible, int everyDays, String words) {
        Major major = majors.find(majorId);
        Agency.Level level = Agency.Level.of(who.agencyCode());
        CaseState state = cases.find(major.caseNo()).orElseThrow(Problem::notFound);
        if (!major.state().equals("ENTERED") || level == Agency.Level.OFFICE) {
            throw Problem.invalid("majorId", "not-entered", "列入大要案库以后，由县级以上机关挂牌。");
        }
        if (dueOn == null || !dueOn.isAfter(today())) {
            throw Problem.invalid("dueOn", "past", "请填今天以后的督办期限。");
        }
        if (everyDays < 1 || everyDays > 90) {
            throw Problem.invalid("everyDays", "range", "请填每 1 到 90 天报告一次。");
        }
        if (!state.handlers().contains(responsible)) {
            throw Problem.invalid("responsible", "not-in-charge", "责任人要是本件的承办人。请先分派。");
        }
        MajorCases.words(words, "text");
        LocalDate first = today().plusDays(everyDays);
        Hanging hanging =
                new Hanging(0, majorId, level.name(), who.agencyCode(), responsible, everyDays, dueOn, first, "HUNG");
        long id = store.hang(hanging).orElseThrow(() -> Problem.conflict("本机关已经挂牌督办这件。", Map.of()));
        store.step(id, new Step("HUNG", who.personId(), clock.instant(), words, dueOn));
    }

    /** By the responsible one, or another in charge of the case. */
    @Transactional
    public void report(SignedIn who, long id, String words) {
        Hanging hanging = open(id);
        CaseState state = cases.find(majors.find(hanging.majorId()).caseNo()).orElseThrow(Problem::notFound);
        if (!hanging.responsible().equals(who.personId()) && !state.handlers().contains(who.personId())) {
            throw Problem.notFound();
        }
        MajorCases.words(words, "text");
        store.step(id, new Step("REPORTED", who.personId(), clock.instant(), words, null));
        store.change(id, hanging.dueOn(), today().plusDays(hanging.everyDays()), "HUNG");
    }

    @Transactional
    public void extend(SignedIn who, long id, @Nullable LocalDate dueOn, String words) {
        Hanging hanging = own(who, id);
        if (dueOn == null || !dueOn.isAfter(hanging.dueOn())) {
            throw Problem.invalid("dueOn", "not-later", "新的期限要晚于" + hanging.dueOn() + "。");
        }
        MajorCases.words(words, "text");
        store.step(id, new Step("EXTENDED", who.personId(), clock.instant(), words, dueOn));
        store.change(id, dueOn, hanging.nextReportOn(), "HUNG");
    }

    /** 摘牌, with the result. */
    @Transactional
    public void lift(SignedIn who, long id, String words) {
        Hanging hanging = own(who, id);
        MajorCases.words(words, "text");
        store.step(id, new Step("LIFTED", who.personId(), clock.instant(), words, null));
        store.change(id, hanging.dueOn(), hanging.nextReportOn(), "LIFTED");
    }

    @Transactional(readOnly = true)
    public List<Hanging> of(long majorId) {
        return store.of(majorId);
    }

    @Transactional(readOnly = true)
    public List<Step> steps(long hangingId) {
        return store.steps(hangingId);
    }

    /** Notes once for each missing report that its person is reminded; who that is now. */
    @Transactional
    public List<Hanging> remind() {
        Instant now = clock.instant();
        return store.unreported(today(), 200).stream()
                .filter(one -> store.reminded(one, now))
                .toList();
    }

    private Hanging open(long id) {
        return store.open(id).orElseThrow(Problem::notFound);
    }

    /** Only the agency that hung it; for others it is missing. */
    private Hanging own(SignedIn who, long id) {
        Hanging hanging = open(id);
        if (!hanging.agency().equals(who.agencyCode())) {
            throw Problem.notFound();
        }
        return hanging;
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }
}
