package org.fangxin.rapid.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fangxin.casefile.Fields;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.internal.Gaps.Span;
import org.fangxin.rapid.store.ShiftStore;
import org.fangxin.rapid.store.ShiftStore.Shift;
import org.fangxin.rapid.store.ShiftStore.Swap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The duty roster of an agency: shifts, the hours without anybody, a week copied, swaps with the other one's yes. */
@Component
public class Roster {
    private static final Duration LONGEST = Duration.ofHours(48);
    private static final int DAYS = 31;

    /** A roster as it stands, with its gaps. */
    public record Page(List<Shift> shifts, List<Span> gaps) {}

    /** How many shifts were copied, and how many stood there already. */
    public record Copied(int copied, int there) {}

    private final ShiftStore store;
    private final People people;
    private final InstantSource clock;

    Roster(ShiftStore store, People people, InstantSource clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page page(String agency, LocalDate from, LocalDate to) {
        own(agency);
        if (to.isBefore(from) || to.isAfter(from.plusDays(DAYS))) {
            throw Problem.invalid("to", "range", "一次最多看 31 天，结束日期不能早于开始日期。");
        }
        Span whole = new Span(start(from), start(to.plusDays(1)));
        List<Shift> shifts = store.between(agency, whole.from(), whole.to());
        List<Span> covered = shifts.stream()
                .filter(shift -> !shift.persons().isEmpty())
                .map(shift -> new Span(shift.startsAt(), shift.endsAt()))
                .toList();
        return new Page(shifts, Gaps.in(whole, covered));
    }

    /** Who is on duty at this moment in an agency and below. */
    @Transactional(readOnly = true)
    public List<Shift> now(String agency) {
        return store.now(agency, clock.instant());
    }

    @Transactional
    public long add(Shift shift, String by) {
        own(shift.agency());
        check(shift);
        return store.add(shift, by, clock.instant());
    }

    @Transactional
    public void change(Shift shift, String by) {
        Shift before = find(shift.id());
        check(new Shift(
                shift.id(),
                before.agency(),
                shift.startsAt(),
                shift.endsAt(),
                shift.persons(),
                shift.phone(),
                shift.vehicle()));
        store.change(shift, by, clock.instant());
    }

    @Transactional
    public void delete(long id) {
        find(id);
        store.delete(id);
    }

    /** The seven days from one day on as those from another; a shift that stands there already is left as it is. */
    @Transactional
    public Copied copy(String agency, LocalDate from, LocalDate to, String by) {
        own(agency);
        if (Math.abs(java.time.temporal.ChronoUnit.DAYS.between(from, to)) < 7) {
            throw Problem.invalid("to", "overlap", "复制到的日期要和原来的一周错开至少 7 天。");
        }
        Duration shift = Duration.between(start(from), start(to));
        Set<Instant> there = store.between(agency, start(to), start(to.plusDays(7))).stream()
                .map(Shift::startsAt)
                .collect(Collectors.toCollection(HashSet::new));
        List<Shift> week = store.between(agency, start(from), start(from.plusDays(7))).stream()
                .filter(one -> !one.startsAt().isBefore(start(from)))
                .toList();
        List<Shift> fresh = week.stream()
                .filter(one -> !there.contains(one.startsAt().plus(shift)))
                .toList();
        fresh.forEach(one -> store.add(
                new Shift(
                        0,
                        agency,
                        one.startsAt().plus(shift),
                        one.endsAt().plus(shift),
                        one.persons(),
                        one.phone(),
                        one.vehicle()),
                by,
                clock.instant()));
        return new Copied(fresh.size(), week.size() - fresh.size());
    }

    /** Somebody on duty asks another officer of the agency to take the shift. */
    @Transactional
    public void ask(long shiftId, String from, String to) {
        Shift shift = find(shiftId);
        if (!shift.persons().contains(from) || !shift.endsAt().isAfter(clock.instant())) {
            throw Problem.notFound();
        }
        if (from.equals(to) || shift.persons().contains(to)) {
            throw Problem.invalid("to", "same", "请选另外一位不在这个班次的人。");
        }
        officers(shift.agency(), List.of(to));
        if (!store.ask(shiftId, from, to, clock.instant())) {
            throw Problem.conflict("这个班次您已经请人替换，等对方答复。", Map.of());
        }
    }

    @Transactional(readOnly = true)
    public List<Swap> swaps(String person) {
        return store.swaps(person, clock.instant());
    }

    /** Only whoever was asked answers. */
    @Transactional
    public void answer(long swapId, String person, boolean yes) {
        Swap swap =
                store.openSwap(swapId).filter(one -> one.to().equals(person)).orElseThrow(Problem::notFound);
        store.answer(swap, yes, clock.instant());
    }

    @Transactional(readOnly = true)
    public Shift find(long id) {
        return store.find(id).orElseThrow(Problem::notFound);
    }

    private void check(Shift shift) {
        if (!shift.endsAt().isAfter(shift.startsAt())) {
            throw Problem.invalid("endsAt", "order", "下班时间要晚于上班时间。");
        }
        if (Duration.between(shift.startsAt(), shift.endsAt()).compareTo(LONGEST) > 0) {
            throw Problem.invalid("endsAt", "too-long", "一个班次最长 48 小时，请分开填。");
        }
        if (shift.persons().isEmpty()) {
            throw Problem.invalid("persons", "required", "请选值班人员。");
        }
        officers(shift.agency(), shift.persons());
    }

    /** Everybody works in the agency or below it. */
    private void officers(String agency, List<String> persons) {
        Map<String, Person> known =
                people.officers(agency).stream().collect(Collectors.toMap(Person::personId, Function.identity()));
        if (!known.keySet().containsAll(persons)) {
            throw Problem.invalid("persons", "unknown", "只能选本机关（含派出机构）在职的工作人员。");
        }
    }

    private static void own(String agency) {
        if (!Scopes.current().covers(agency)) {
            throw Problem.notFound();
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Fields.ZONE).toInstant();
    }
}
