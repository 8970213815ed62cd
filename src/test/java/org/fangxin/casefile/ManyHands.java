package org.fangxin.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.fangxin.identity.NewPerson;
import org.fangxin.identity.People;

/**
 * Many people at once on the same few cases: random acts through the program's gate, each on the version that its hand has seen.
 * Now and then all of them meet at a barrier and reach for one case together. What everybody tried and was told is kept.
 */
public final class ManyHands {
    public static final int HANDS = 64;
    public static final int CASES = 200;
    private static final int BETWEEN_BURSTS = 4;
    private static final long PATIENCE_MINUTES = 10;
    private static final String PASSWORD = "Xin-Fang-2026-ok";

    /** All of them in one prefecture, so that a superior's sight has them all. */
    private static final List<String> AGENCIES = List.of("620823", "6208", "620821", "620823001", "620825");

    /**
     * New cases that were asked for.
     *
     * @param kept false: the transaction around it was taken back
     */
    public record Opening(List<String> numbers, boolean kept) {}

    /** What happened to one set of cases. */
    public record Told(List<Attempt> attempts, List<Opening> openings, int bursts) {}

    private final Counter counter;
    private final RandomPeople people;
    private final Collection<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final Collection<Opening> openings = new ConcurrentLinkedQueue<>();

    private ManyHands(Counter counter, RandomPeople people) {
        this.counter = counter;
        this.people = people;
    }

    /** People with accounts, who do what they do at random. */
    public static final class Staff {
        private final RandomPeople people;

        private Staff(RandomPeople people) {
            this.people = people;
        }

        /** @param mark begins the user names; different in one database */
        public static Staff hired(People people, String mark) {
            return new Staff(new RandomPeople(AGENCIES, (name, agency, roles) -> {
                NewPerson fresh = new NewPerson(mark + "-" + name, "经办员", agency, roles, PASSWORD, false);
                return new Actor(people.create(fresh).personId(), agency, roles);
            }));
        }
    }

    /** @param least so many operations at least, on a new set of cases */
    public static Told work(Counter counter, Staff staff, int least, long seed)
            throws InterruptedException, ExecutionException {
        return new ManyHands(counter, staff.people).work(least, seed);
    }

    private Told work(int least, long seed) throws InterruptedException, ExecutionException {
        Dice dice = Dice.of(seed);
        Screens screens = Screens.of(counter, CASES, dice);
        screens.openings().forEach(openings::add);
        int each = Math.max(1, (least - CASES + HANDS - 1) / HANDS);
        Bursts bursts = new Bursts(screens, people, counter, seed);
        CyclicBarrier together = new CyclicBarrier(HANDS, bursts::next);
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, HANDS).forEach(hand -> {
                OneHand one = new OneHand(hand, seed, counter, people, screens);
                all.add(hands.submit(() -> one(one, each, bursts, together)));
            });
            for (Future<?> hand : all) {
                hand.get();
            }
        }
        return new Told(List.copyOf(attempts), List.copyOf(openings), bursts.many());
    }

    private Void one(OneHand hand, int each, Bursts bursts, CyclicBarrier together)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        for (int i = 0; i < each; i++) {
            boolean burst = i % BETWEEN_BURSTS == 0;
            if (burst) {
                together.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
            }
            OneHand.Planned planned = burst ? bursts.mine(hand) : hand.next();
            if (planned == null) {
                openings.add(hand.open());
            } else {
                attempts.add(hand.send(planned));
            }
        }
        return null;
    }
}
