package org.fangxin.intake.internal.suggest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.intake.store.ChoiceStore;
import org.fangxin.intake.store.ChoiceStore.Cut;
import org.fangxin.intake.store.ChoiceStore.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often a proposal was what the officer chose. Below {@link #ENOUGH} choices no rate is stated. */
@Component
@Transactional(readOnly = true)
public class Accuracy {
    /** So many choices make a rate worth saying. */
    public static final int ENOUGH = 20;

    /** The window behind the figure beside a proposal. */
    public static final int DAYS = 90;

    private final ChoiceStore choices;
    private final InstantSource clock;

    Accuracy(ChoiceStore choices, InstantSource clock) {
        this.choices = choices;
        this.clock = clock;
    }

    /** Field → what was chosen of a case so far. */
    public Map<String, String> chosen(String caseNo) {
        return choices.chosen(caseNo);
    }

    /** Of an agency and what is below it, the last {@link #DAYS} days. */
    public List<Tally> lately(String agency) {
        Instant now = clock.instant();
        return choices.tallies(Cut.WHOLE, agency, now.minus(Duration.ofDays(DAYS)), now.plusSeconds(1));
    }

    public List<Tally> of(Cut cut, @Nullable String agency, Instant from, Instant to) {
        return choices.tallies(cut, agency, from, to);
    }

    /** The share that was right, or empty when there are too few. */
    public static Optional<Double> rate(int all, int right) {
        return all < ENOUGH ? Optional.empty() : Optional.of((double) right / all);
    }
}
