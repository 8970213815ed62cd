package org.fangxin.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of many at work: plans an act on what its screen shows, hands it in, and looks anew when it came too late. */
final class OneHand {
    private static final int REMEMBERED = 12;

    /** An act about to be tried. */
    record Planned(
            String token,
            String caseNo,
            Act act,
            Actor actor,
            @Nullable Long version,
            Map<String, Object> fields,
            @Nullable String key) {}

    private final String name;
    private final Dice dice;
    private final Counter counter;
    private final RandomPeople people;
    private final Screens screens;
    private final List<Planned> sent = new ArrayList<>();
    private int count;

    OneHand(int hand, long seed, Counter counter, RandomPeople people, Screens screens) {
        this.name = seed + "-" + hand;
        this.dice = Dice.of(seed * ManyHands.HANDS + hand);
        this.counter = counter;
        this.people = people;
        this.screens = screens;
    }

    /** The next by itself; null: a new case is opened instead. */
    @Nullable
    Planned next() {
        if (dice.chance(2)) {
            return null;
        }
        if (!sent.isEmpty() && dice.chance(10)) {
            return dice.one(sent);
        }
        return anything(dice.below(screens.many()));
    }

    Planned anything(int place) {
        CaseState state = screens.at(place).state();
        ActRule rule = dice.one(RandomChoice.among(state, screens.theme(place), dice));
        int other = dice.below(screens.many());
        return plan(
                place,
                rule,
                dice.chance(70)
                        ? screens.neighbour(place)
                        : screens.at(other).state().caseNo());
    }

    /** @param otherCase is written where the form asks for one */
    Planned plan(int place, ActRule rule, String otherCase) {
        Screens.Seen seen = screens.at(place);
        Actor actor = people.actor(rule, dice);
        String token = name + "-" + count++;
        RandomForms forms = new RandomForms(people, seen.state(), counter.now(), otherCase, dice);
        Map<String, Object> form = forms.form(rule);
        // a file belongs to one case, and none of these has any
        rule.fields().stream()
                .filter(field -> field.type() == FieldSpec.Type.FILES || field.type() == FieldSpec.Type.UPLOADS)
                .forEach(field -> form.remove(field.name()));
        form.put("note", token);
        return new Planned(
                token,
                seen.state().caseNo(),
                rule.act(),
                actor,
                actor.agency().isEmpty() || dice.chance(3) ? null : version(seen),
                form,
                dice.chance(40) ? "key-" + token : null);
    }

    /** Now and then an old one, of a page that was left open. */
    private long version(Screens.Seen seen) {
        return seen.version() - (dice.chance(6) ? 1 + dice.below(3) : 0);
    }

    boolean even() {
        return dice.chance(50);
    }

    <T> T one(List<T> among) {
        return dice.one(among);
    }

    Attempt send(Planned what) {
        Instant at = counter.now();
        long begun = System.nanoTime();
        Attempt.Answer answer = counter.act(what);
        long ended = System.nanoTime();
        look(what, answer);
        if (what.key() != null && !sent.contains(what)) {
            sent.add(what);
            if (sent.size() > REMEMBERED) {
                sent.removeFirst();
            }
        }
        return new Attempt(
                what.token(),
                what.caseNo(),
                what.act(),
                what.actor(),
                what.version(),
                what.fields(),
                what.key(),
                at,
                begun,
                ended,
                answer);
    }

    private void look(Planned what, Attempt.Answer answer) {
        switch (answer) {
            case Attempt.Stood done -> {
                Screens.Seen old = screens.at(screens.place(what.caseNo(), 0));
                screens.show(what.caseNo(), new Screens.Seen(done.state(), old.hidden()));
            }
            case Attempt.Refused late
            when late.told() > 0 -> {
                CaseState now = counter.read(what.caseNo());
                screens.show(what.caseNo(), new Screens.Seen(now, Math.max(0, now.seq() - late.told())));
            }
            default -> {}
        }
    }

    /** One or two new cases; what is around it breaks off now and then. */
    ManyHands.Opening open() {
        List<NewCase> fresh = new ArrayList<>();
        for (int i = 0; i <= dice.below(2); i++) {
            fresh.add(counter.fresh(dice.one(List.of(Kind.values())), dice));
        }
        boolean kept = dice.chance(60);
        List<CaseState> opened = counter.open(fresh, kept);
        return new ManyHands.Opening(opened.stream().map(CaseState::caseNo).toList(), kept);
    }
}
