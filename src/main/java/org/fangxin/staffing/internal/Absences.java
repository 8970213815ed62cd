package org.fangxin.staffing.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.staffing.Absence;
import org.fangxin.staffing.Absence.State;
import org.fangxin.staffing.store.AbsenceStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking for leave with a substitute, the head's decision, taking it back, coming back earlier. */
@Component
public class Absences {
    private static final Role[] HEADS = {Role.UNIT_HEAD, Role.LEADER, Role.SUPERIOR};

    private static final Set<Role> ABOVE_HEADS = EnumSet.of(Role.LEADER, Role.SUPERIOR);
    private static final Set<Role> HEADING = EnumSet.of(Role.UNIT_HEAD, Role.LEADER);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_WORDS = 500;
    private static final int LIST = 500;

    /** What is asked for. */
    public record Draft(
            String personId,
            String substituteId,
            Absence.Kind kind,
            @Nullable String reason,
            Instant startsAt,
            Instant endsAt) {}

    private final AbsenceStore store;
    private final Standing standing;
    private final People people;
    private final Agencies agencies;
    private final AuditLog audit;
    private final LeaveNotes notes;
    private final InstantSource clock;

    Absences(
            AbsenceStore store,
            Standing standing,
            People people,
            Agencies agencies,
            AuditLog audit,
            LeaveNotes notes,
            InstantSource clock) {
        this.store = store;
        this.standing = standing;
        this.people = people;
        this.agencies = agencies;
        this.audit = audit;
        this.notes = notes;
        this.clock = clock;
    }

    /** Who decides: a head's own absence only a leader or the superior. A copy, which nobody can make longer for all. */
    public static Role[] deciders() {
        return HEADS.clone();
    }

    /** For oneself, or by a head for somebody of his. @throws Problem 404 for a person out of sight, 422 a wrong field */
    @Transactional
    public Absence ask(Draft draft, SignedIn by) {
        boolean own = draft.personId().equals(by.personId());
        if (!own && !heads(by)) {
            throw Problem.notFound();
        }
        Person absent = people.find(draft.personId()).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        times(draft, now);
        substitute(draft, absent);
        store.lock();
        if (!store.touching(draft.personId(), draft.startsAt(), draft.endsAt()).isEmpty()) {
            throw Problem.invalid("startsAt", "overlap", "这段时间已经请过假。请改日期，或者先撤回原来的。");
        }
        refuseCircle(draft.substituteId(), draft.personId(), draft.startsAt(), draft.endsAt());
        long id = store.add(new Absence(
                0,
                absent.agencyCode(),
                draft.personId(),
                draft.substituteId(),
                draft.kind(),
                draft.reason(),
                draft.startsAt(),
                draft.endsAt(),
                State.ASKED,
                by.personId(),
                now,
                null,
                null,
                null));
        audit.record("ABSENCE_ASKED", Long.toString(id));
        Absence asked = find(id);
        notes.asked(asked);
        return asked;
    }

    /** A head's yes or no: never by the absent person or the substitute; a head's own absence by a leader. */
    @Transactional
    public Absence decide(long id, SignedIn head, boolean yes, @Nullable String words) {
        store.lock();
        Absence absence = store.hold(id).orElseThrow(Problem::notFound);
        if (absence.state() != State.ASKED) {
            throw Problem.conflict("这份请假已经处理过，请刷新看看。", Map.of());
        }
        if (head.personId().equals(absence.personId()) || head.personId().equals(absence.substituteId())) {
            throw Problem.forbiddenByLaw("请假的人和代班的人不能批准这份请假，请另一位负责人批准。", List.of());
        }
        boolean headAway = people.find(absence.personId())
                .filter(one -> one.roles().stream().anyMatch(HEADING::contains))
                .isPresent();
        if (headAway && head.roles().stream().noneMatch(ABOVE_HEADS::contains)) {
            throw Problem.forbiddenByLaw("负责人请假，由市场监管部门负责人或者上级机关批准。", List.of());
        }
        String said = words(words, !yes);
        if (yes) {
            refuseCircle(absence.substituteId(), absence.personId(), absence.startsAt(), absence.endsAt());
        }
        store.decide(id, yes ? State.APPROVED : State.REFUSED, head.personId(), clock.instant(), said);
        audit.record(yes ? "ABSENCE_APPROVED" : "ABSENCE_REFUSED", Long.toString(id));
        Absence decided = find(id);
        notes.decided(decided);
        return decided;
    }

    /** By the person or whoever asked, before it begins. */
    @Transactional
    public Absence withdraw(long id, SignedIn who) {
        Absence absence = own(id, who);
        boolean open = absence.state() == State.ASKED
                || absence.state() == State.APPROVED && absence.startsAt().isAfter(clock.instant());
        if (!open) {
            throw Problem.conflict("已经开始或者处理过的请假不能撤回。提前回来的请“销假”。", Map.of());
        }
        store.withdraw(id);
        audit.record("ABSENCE_WITHDRAWN", Long.toString(id));
        return find(id);
    }

    /** Back earlier: from now on nobody stands in any more. */
    @Transactional
    public Absence comeBack(long id, SignedIn who) {
        Absence absence = own(id, who);
        Instant now = clock.instant();
        if (!absence.runs(now)) {
            throw Problem.conflict("现在不在这次请假期间，不用销假。", Map.of());
        }
        store.end(id, now);
        audit.record("ABSENCE_ENDED", Long.toString(id));
        return find(id);
    }

    @Transactional(readOnly = true)
    public Absence find(long id) {
        return store.find(id).orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public List<Absence> between(String agency, Instant from, Instant to) {
        if (!Scopes.current().covers(agency)) {
            throw Problem.notFound();
        }
        if (!to.isAfter(from)) {
            throw Problem.invalid("to", "order", "结束日期不能早于开始日期。");
        }
        return store.between(agency, from, to, LIST);
    }

    /** Heads read reasons and decide. */
    public static boolean heads(SignedIn who) {
        return List.of(HEADS).stream().anyMatch(who::has);
    }

    private Absence own(long id, SignedIn who) {
        Absence absence = store.hold(id).orElseThrow(Problem::notFound);
        boolean his =
                absence.personId().equals(who.personId()) || absence.askedBy().equals(who.personId());
        if (!his && !heads(who)) {
            throw Problem.notFound();
        }
        return absence;
    }

    private static void times(Draft draft, Instant now) {
        if (!draft.endsAt().isAfter(draft.startsAt())) {
            throw Problem.invalid("endsAt", "order", "结束时间要晚于开始时间。");
        }
        if (!draft.endsAt().isAfter(now)) {
            throw Problem.invalid("endsAt", "past", "结束时间已经过去。请填今后的时间。");
        }
        if (Duration.between(draft.startsAt(), draft.endsAt()).compareTo(LONGEST) > 0) {
            throw Problem.invalid("endsAt", "too-long", "一次请假最长一年，请分开填。");
        }
        if (draft.reason() != null && draft.reason().length() > LONGEST_WORDS) {
            throw Problem.invalid("reason", "too-long", "事由最多 500 字。");
        }
    }

    /** Of the same agency, in office, and with a role in common: nobody gets a right by standing in. */
    private void substitute(Draft draft, Person absent) {
        if (draft.substituteId().equals(draft.personId())) {
            throw Problem.invalid("substituteId", "same", "代班人不能是请假的人自己。");
        }
        Person substitute = people.find(draft.substituteId())
                .filter(Person::active)
                .filter(one -> agencies.actingFor(one.agencyCode())
                        .code()
                        .equals(agencies.actingFor(absent.agencyCode()).code()))
                .orElseThrow(() -> Problem.invalid("substituteId", "unknown", "代班人只能选本机关（含派出机构）在职的工作人员。"));
        boolean eligible = substitute.roles().stream()
                .anyMatch(role -> Role.OFFICERS.contains(role) && absent.roles().contains(role));
        if (!eligible) {
            throw Problem.invalid("substituteId", "role", "代班人没有请假人的任何一种职责，不能代班。请选有同样职责的人。");
        }
    }

    private void refuseCircle(String substitute, String absent, Instant starts, Instant ends) {
        if (standing.circle(substitute, absent, starts, ends)) {
            throw Problem.invalid("substituteId", "circle", "代班人这段时间也请假，最后又轮到请假人自己。请另选代班人。");
        }
    }

    private static @Nullable String words(@Nullable String words, boolean needed) {
        String said = words == null ? "" : words.strip();
        if (needed && said.length() < 2) {
            throw Problem.invalid("words", "required", "不批准的，请写理由。");
        }
        if (said.length() > LONGEST_WORDS) {
            throw Problem.invalid("words", "too-long", "意见最多 500 字。");
        }
        return said.isEmpty() ? null : said;
    }
}
