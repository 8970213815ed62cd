package org.fangxin.casefile.store;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fangxin.casefile.Attempt;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.StoredCourse;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.casefile.store.StoredActs.Case;
import org.fangxin.casefile.store.StoredActs.Group;

/** Every act that stood, decided once more, one after the other: on the case and its neighbours as the act before left them. */
final class Redecided {
    private static final Pattern FINER = Pattern.compile("(\\.\\d{6})\\d+Z");
    private static final Pattern ROUND = Pattern.compile("(?:\\.0*|(?<=\\.\\d{1,6})0+)Z");

    private final Surroundings around;
    private final Placeholders placeholders;
    private final EntryCodec codec;
    private final Breaks breaks;
    private final Map<Group, StoredCourse.Step> steps = new IdentityHashMap<>();
    private final Map<Group, Tries> written = new IdentityHashMap<>();
    private final Set<String> openedBy = new HashSet<>();
    private long otherwise;

    Redecided(Surroundings around, Placeholders placeholders, EntryCodec codec, Breaks breaks) {
        this.around = around;
        this.placeholders = placeholders;
        this.codec = codec;
        this.breaks = breaks;
    }

    /** What the reference model is to hear of a group; null for one of which nobody knows. */
    Map<Group, StoredCourse.Step> steps() {
        return steps;
    }

    /** Whose attempts each group came of, also in the case next to it. */
    Map<Group, Tries> written() {
        return written;
    }

    /** Numbers of the cases that acts opened. */
    Set<String> openedBy() {
        return openedBy;
    }

    /** Acts whose version counts only what the actor could see, which is not recounted here. */
    long countedOtherwise() {
        return otherwise;
    }

    void decide(Case one, Group group, Tries tries) {
        Attempt attempt =
                tries.all().stream().filter(Attempt::stood).findFirst().orElseThrow();
        Fields fields = new Fields(attempt.fields());
        Command command = new Command(
                attempt.act(), attempt.actor(), group.at(), Procedures.occurredAt(fields, group.at()), fields);
        World world =
                around.world(one, group.before(), group.at(), no -> around.seen(attempt.actor(), no, group.serial()));
        written.put(group, tries);
        seen(one, group, attempt);
        if (Procedures.decide(group.before(), command, world) instanceof Decision.Taken taken) {
            steps.put(group, new StoredCourse.Step(group.before(), command, world, taken, group.after()));
            compare(group, tries, taken);
        } else {
            breaks.broken("stood, and on the version before it the procedure refuses it", where(group));
        }
    }

    private void compare(Group group, Tries tries, Decision.Taken taken) {
        List<String> opened = tries.stood().getFirst().opened();
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Decision.Opening opening : taken.opens()) {
            if (numbers.size() < opened.size()) {
                numbers.put(opening.placeholder(), opened.get(numbers.size()));
            }
        }
        if (numbers.size() != taken.opens().size() || opened.size() != numbers.size()) {
            breaks.broken("opened other cases than the procedure says", where(group));
        }
        opened.forEach(no -> opens(group, no));
        List<String> expected = taken.entries().stream()
                .map(entry -> words(placeholders.fill(entry, numbers)))
                .toList();
        if (!expected.equals(words(group))) {
            breaks.broken("wrote other entries than the procedure says", where(group) + ": " + expected);
        }
        taken.elsewhere().forEach(there -> reaches(group, tries, there));
    }

    private void opens(Group group, String no) {
        Case born = around.cases().get(no);
        openedBy.add(no);
        if (born == null
                || born.groups().isEmpty()
                || !born.groups().getFirst().at().equals(group.at())) {
            breaks.broken("an act says that it opened a case, and there is none", where(group) + " " + no);
        }
    }

    /** What the act wrote to the other case is there, and was decided on that case as it was then. */
    private void reaches(Group group, Tries tries, Decision.Elsewhere there) {
        Case other = around.cases().get(there.caseNo());
        Group found = other == null
                ? null
                : other.groups().stream()
                        .filter(one -> one.token() == null && one.sameActAs(group))
                        .filter(one -> !written.containsKey(one))
                        .findFirst()
                        .orElse(null);
        List<String> expected = there.entries().stream().map(this::words).toList();
        if (found == null || !words(found).equals(expected)) {
            breaks.broken("the other case does not know of it", where(group) + " " + there.caseNo());
            return;
        }
        written.put(found, tries);
        World world = around.world(other, found.before(), found.at(), no -> java.util.Optional.empty());
        Decision.Taken taken = new Decision.Taken(there.entries(), List.of(), List.of());
        steps.put(found, new StoredCourse.Step(found.before(), null, world, taken, found.after()));
    }

    /** Between the version that was named and the act nothing came that decides. */
    private void seen(Case one, Group group, Attempt attempt) {
        Long version = attempt.version();
        int before = Math.toIntExact(group.before().seq());
        if (version == null) {
            return;
        }
        if (around.countsOtherwise(attempt.actor(), one, before)) {
            otherwise++;
        } else if (stale(one, version, before)) {
            breaks.broken("stood on a version that another act had overtaken", where(group) + " on " + version);
        }
    }

    /** Whether an act on this version comes too late for a case that has so many entries. */
    static boolean stale(Case one, long version, int entries) {
        return version > entries
                || one.rows().subList((int) Math.max(0, version), entries).stream()
                        .anyMatch(row -> !Staleness.decidesNothing(row));
    }

    /** As it is written; of a moment that the journal took from the clock only what PostgreSQL keeps beside it is known here. */
    private String words(Entry entry) {
        String micros = FINER.matcher(codec.write(entry)).replaceAll("$1Z");
        return EntryCodec.type(entry) + ROUND.matcher(micros).replaceAll("Z");
    }

    private List<String> words(Group group) {
        return group.rows().stream().map(row -> words(row.recorded().entry())).toList();
    }

    static String where(Group group) {
        return group.caseNo() + " " + group.rows().getFirst().recorded().seq() + " " + group.act() + " "
                + group.token();
    }
}
