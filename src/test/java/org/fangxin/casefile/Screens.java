package org.fangxin.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What is on the screens of those who work on the cases: the newest that any answer told. */
final class Screens {
    private static final int KINDS = 6;

    /**
     * A case as it is shown.
     *
     * @param hidden so many entries are not counted in the version of who may not see them
     */
    record Seen(CaseState state, long hidden) {
        long version() {
            return state.seq() - hidden;
        }
    }

    private final AtomicReferenceArray<Seen> shown;
    private final List<Set<Act>> themes = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<ManyHands.Opening> openings = new ArrayList<>();

    private Screens(int many) {
        shown = new AtomicReferenceArray<>(many);
    }

    /** New cases, half of them complaints and a third reports. */
    static Screens of(Counter counter, int many, Dice dice) {
        Screens screens = new Screens(many);
        for (int at = 0; at < many; at++) {
            CaseState state =
                    counter.open(List.of(counter.fresh(kind(at), dice)), true).getFirst();
            screens.shown.set(at, new Seen(state, 0));
            screens.places.put(state.caseNo(), at);
            screens.themes.add(RandomChoice.theme(state.kind(), dice));
            screens.openings.add(new ManyHands.Opening(List.of(state.caseNo()), true));
        }
        return screens;
    }

    /** Neighbours are of one kind, so that they can be the same dispute. */
    private static Kind kind(int at) {
        return switch ((at / 2) % KINDS) {
            case 0, 1, 2 -> Kind.COMPLAINT;
            case 3, 4 -> Kind.REPORT;
            default -> (at / 2) % (2 * KINDS) == KINDS - 1 ? Kind.CONSULTATION : Kind.SUGGESTION;
        };
    }

    List<ManyHands.Opening> openings() {
        return openings;
    }

    int many() {
        return shown.length();
    }

    Seen at(int place) {
        return shown.get(place);
    }

    /** Where the case with this number stands; its own place when it is none of them. */
    int place(String caseNo, int otherwise) {
        return places.getOrDefault(caseNo, otherwise);
    }

    Set<Act> theme(int place) {
        return themes.get(place);
    }

    String neighbour(int place) {
        return shown.get(place ^ 1).state().caseNo();
    }

    /** An answer told of the case; an older one changes nothing. */
    void show(String caseNo, Seen seen) {
        Integer place = places.get(caseNo);
        if (place != null) {
            shown.accumulateAndGet(
                    place,
                    seen,
                    (old, fresh) -> fresh.state().seq() >= old.state().seq() ? fresh : old);
        }
    }
}
