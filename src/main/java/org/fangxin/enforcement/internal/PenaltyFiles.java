package org.fangxin.enforcement.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Fields;
import org.fangxin.enforcement.CaseFigures;
import org.fangxin.enforcement.PenaltyFile;
import org.fangxin.enforcement.PenaltyFile.Note;
import org.fangxin.enforcement.PenaltyFile.Publication;
import org.fangxin.enforcement.store.CourseStore;
import org.fangxin.enforcement.store.PenaltyStore;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Penalty files at the desk: read, completed by an officer or by the bureau's case system, published and taken back. */
@Component
public class PenaltyFiles {
    private static final int LONGEST = 1_000;
    private static final int SHORT = 100;

    private final PenaltyStore store;
    private final CourseStore course;
    private final InstantSource clock;

    PenaltyFiles(PenaltyStore store, CourseStore course, InstantSource clock) {
        this.store = store;
        this.course = course;
        this.clock = clock;
    }

    /** @throws Problem 404 for a case that may not be seen or was not filed */
    @Transactional(readOnly = true)
    public PenaltyFile of(String caseNo) {
        return store.of(caseNo).orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public List<PenaltyFile> list(PenaltyStore.State state) {
        return store.list(state);
    }

    @Transactional(readOnly = true)
    public CaseFigures figures(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw Problem.invalid("to", "before", "结束日期不能早于开始日期。");
        }
        return course.figures(from, to);
    }

    /** Writes all five lines anew; null or blank empties one. */
    @Transactional
    public PenaltyFile note(String caseNo, SignedIn who, Note note) {
        of(caseNo);
        if ((note.externalNo() == null) != (note.externalSystem() == null)) {
            throw Problem.invalid("externalNo", "together", "办案系统的名称和案件编号要一起填。");
        }
        short100("bureauNo", note.bureauNo());
        short100("externalSystem", note.externalSystem());
        short100("externalNo", note.externalNo());
        most("violated", note.violated());
        most("applied", note.applied());
        store.note(
                caseNo,
                new Note(
                        note.bureauNo(),
                        note.violated(),
                        note.applied(),
                        note.externalSystem(),
                        note.externalNo(),
                        who.personId(),
                        clock.instant()));
        return of(caseNo);
    }

    /**
     * The decision was published (PP 63(1)).
     *
     * @throws Problem 422 before there is a penalty, or for a day before it; 409 when it is published
     */
    @Transactional
    public PenaltyFile publish(String caseNo, SignedIn who, @Nullable LocalDate on, String place) {
        PenaltyFile file = of(caseNo);
        LocalDate day = day(file, on);
        if (!"PENALTY".equals(file.outcome())) {
            throw Problem.forbiddenByLaw("作出行政处罚决定以后才能公示。", List.of("《市场监督管理行政处罚程序规定》第六十三条"));
        }
        if (file.published()) {
            throw Problem.conflict("这份决定已经公示。", Map.of());
        }
        if (place.isEmpty() || place.length() > SHORT) {
            throw Problem.invalid("place", "length", "请写在哪里公示，一百字以内，例如国家企业信用信息公示系统。");
        }
        store.publish(caseNo, new Publication(false, day, place, null, who.personId(), clock.instant()));
        return of(caseNo);
    }

    /** Changed, revoked or held unlawful: taken back within three working days, with reasons (PP 63(2)). */
    @Transactional
    public PenaltyFile withdraw(String caseNo, SignedIn who, @Nullable LocalDate on, String reason) {
        PenaltyFile file = of(caseNo);
        LocalDate day = day(file, on);
        if (!file.published()) {
            throw Problem.conflict("这份决定没有公示，不用撤回。", Map.of());
        }
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw Problem.invalid("reason", "length", "请写明撤回公示的理由（变更、撤销、确认违法或者无效），一千字以内。");
        }
        String place = file.publications().getLast().place();
        store.publish(caseNo, new Publication(true, day, place, reason, who.personId(), clock.instant()));
        return of(caseNo);
    }

    private LocalDate day(PenaltyFile file, @Nullable LocalDate on) {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        LocalDate day = on == null ? today : on;
        LocalDate since = file.endedOn() == null ? file.filedOn() : file.endedOn();
        if (day.isAfter(today) || day.isBefore(since)) {
            throw Problem.invalid("on", "range", "日期应当在处理决定之日和今天之间。");
        }
        return day;
    }

    private static void short100(String field, @Nullable String text) {
        if (text != null && text.length() > SHORT) {
            throw Problem.invalid(field, "too-long", "最多写一百字。");
        }
    }

    private static void most(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            throw Problem.invalid(field, "too-long", "最多写一千字。");
        }
    }
}
