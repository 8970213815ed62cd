package org.fangxin.intake.internal.suggest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.RefusalGround;
import org.fangxin.intake.TextReader;
import org.fangxin.intake.TextReader.CodeGuess;
import org.fangxin.intake.TextReader.Source;
import org.fangxin.intake.internal.text.WordClasses;
import org.fangxin.region.OfficeFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a case's text and facts into at most one proposal for each field. Decides nothing. */
@Component
public class Proposals {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int YEARS = 3;
    private static final int SIGN = 4;

    private final TextReader reader;
    private final OfficeFinder offices;
    private final Options options;
    private final WordClasses doubts = new WordClasses("refusals.words", Map.of(), SIGN);
    private final WordClasses urgency = new WordClasses("urgency.words", Map.of(), SIGN);

    Proposals(TextReader reader, OfficeFinder offices, Options options) {
        this.reader = reader;
        this.offices = offices;
        this.options = options;
    }

    /** In the order in which they are looked at. */
    public List<Proposal> of(CaseState state, NewCase origin) {
        String text = origin.narrative().content();
        TextReader.Reading read = reader.readDeeply(text);
        List<Proposal> all = new ArrayList<>();
        read.kinds().stream().findFirst().map(Proposals::kind).ifPresent(all::add);
        read.goods().stream().findFirst().map(one -> of(Field.GOODS, one)).ifPresent(all::add);
        read.problem().stream().findFirst().map(one -> of(Field.PROBLEM, one)).ifPresent(all::add);
        office(state, origin.narrative().merchant()).ifPresent(all::add);
        byWords(Field.REFUSAL, state, origin).ifPresent(all::add);
        byWords(Field.URGENCY, state, origin).ifPresent(all::add);
        return all;
    }

    /** One of the two that words and facts alone make. */
    Optional<Proposal> byWords(Field field, CaseState state, NewCase origin) {
        String text = origin.narrative().content();
        return switch (field) {
            case REFUSAL ->
                state.kind() == Kind.COMPLAINT ? Optional.of(refusal(state, origin, text)) : Optional.empty();
            case URGENCY -> Optional.of(urgent(text));
            case KIND, GOODS, PROBLEM, OFFICE -> throw new IllegalArgumentException(field.name());
        };
    }

    private static Proposal kind(TextReader.KindGuess guess) {
        return new Proposal(
                Field.KIND, guess.kind().name(), guess.kind().chinese(), Source.WORDS, guess.words(), null, null);
    }

    private static Proposal of(Field field, CodeGuess guess) {
        return new Proposal(field, guess.code(), guess.name(), guess.source(), guess.words(), null, guess.example());
    }

    private Optional<Proposal> office(CaseState state, NewCase.Merchant merchant) {
        List<OfficeFinder.Match> found = offices.find(state.agency(), null, merchant.address());
        return found.size() != 1
                ? Optional.empty()
                : Optional.of(new Proposal(
                        Field.OFFICE,
                        found.getFirst().office().code(),
                        found.getFirst().office().name(),
                        Source.WORDS,
                        List.of(),
                        found.getFirst().reason(),
                        null));
    }

    private Proposal refusal(CaseState state, NewCase origin, String text) {
        LocalDate knew = earliest(origin.narrative());
        LocalDate received = state.receivedAt().atZone(ZONE).toLocalDate();
        if (knew != null && knew.plusYears(YEARS).isBefore(received)) {
            return ground(
                    state, RefusalGround.OVER_THREE_YEARS.name(), List.of(), knew + " 知道，" + received + " 收到，已过三年");
        }
        return doubts.read(text).stream()
                .findFirst()
                .map(doubt -> ground(state, doubt.code(), doubt.words(), null))
                .orElseGet(() -> ground(state, Options.NONE, List.of(), "文字里没有第十六条情形的线索词"));
    }

    private static @Nullable LocalDate earliest(NewCase.Narrative narrative) {
        return narrative.knewOn() == null ? narrative.occurredOn() : narrative.knewOn();
    }

    private Proposal ground(CaseState state, String ground, List<String> words, @Nullable String reason) {
        String label = options.of(Field.REFUSAL, state).getOrDefault(ground, ground);
        return new Proposal(Field.REFUSAL, ground, label, Source.WORDS, words, reason, null);
    }

    private Proposal urgent(String text) {
        return urgency.read(text).stream()
                .findFirst()
                .map(one -> new Proposal(
                        Field.URGENCY, Options.URGENT, Options.URGENT_WORDS, Source.WORDS, one.words(), null, null))
                .orElseGet(() -> new Proposal(
                        Field.URGENCY,
                        Options.ORDINARY,
                        Options.ORDINARY_WORDS,
                        Source.WORDS,
                        List.of(),
                        "文字里没有危险、正在发生、多人受害的线索词",
                        null));
    }
}
