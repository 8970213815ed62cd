package org.fangxin.intake.internal.track;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.CaseHistory.Story;
import org.fangxin.casefile.CaseHistory.Told;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.PublicText;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the public sentence of a stage speaks of, out of the case's story. */
@Component
class PublicWords {
    private final Agencies agencies;

    PublicWords(Agencies agencies) {
        this.agencies = agencies;
    }

    /** Filed or not, decided or closed: of a report all these look the same (Art. 37). */
    static Stage stage(CaseState state) {
        Stage ended = state.endedAs();
        Stage stage = state.stage() == Stage.ARCHIVED && ended != null ? ended : state.stage();
        if (state.kind() != Kind.REPORT) {
            return state.stage();
        }
        return switch (stage) {
            case FILED, NOT_FILED, DECIDED, CLOSED, ARCHIVED -> Stage.VERIFYING;
            default -> stage;
        };
    }

    /** Where the case is. */
    String now(Story story, String agency, @Nullable LocalDate due) {
        PublicText.Details details = PublicText.Details.of(agency)
                .due(due)
                .because(reasons(story))
                .other(other(story).orElse(null));
        return PublicText.of(story.state(), details);
    }

    /** A step with what was said to the person: the answer, what to bring, what the law lets be told. */
    static String withText(String step, Told told) {
        if (told.recorded().entry() instanceof Entry.MediationHeld) {
            // the record of a session is read by both parties (procedures §5)
            String record = told.texts().get("record");
            return record == null ? step : step + "：" + record;
        }
        if (told.recorded().entry() instanceof Entry.MediationScheduled
                || told.recorded().entry() instanceof Entry.MediationRescheduled) {
            String place = told.texts().get("place");
            return place == null ? step : step + "，" + place;
        }
        String said = told.texts().get("text");
        boolean tells = switch (told.recorded().entry()) {
            case Entry.Answered _ -> true;
            case Entry.MaterialRequested _ -> true;
            case Entry.ReporterTold _ -> true;
            default -> false;
        };
        return tells && said != null ? step + "：" + said : step;
    }

    private static List<String> reasons(Story story) {
        String law = story.state().law();
        return last(story, Entry.Refused.class)
                .map(refused -> PublicText.reasons(refused, law))
                .or(() -> last(story, Entry.MediationTerminated.class)
                        .map(terminated -> PublicText.reasons(terminated, law)))
                .orElse(List.of());
    }

    private Optional<String> other(Story story) {
        CaseState state = story.state();
        Stage ended = state.endedAs();
        Stage stage = state.stage() == Stage.ARCHIVED && ended != null ? ended : state.stage();
        return switch (stage) {
            case MERGED -> related(state, "MERGED_INTO").map(no -> no + " 号");
            case RECLASSIFIED -> last(story, Entry.Reclassified.class).map(to -> to.newCaseNo() + " 号");
            case CONVERTED -> last(story, Entry.Converted.class).map(to -> to.newCaseNo() + " 号");
            case REDIRECTED -> last(story, Entry.Redirected.class).map(to -> path(to.path(), state.kind()));
            case NOT_COMPETENT ->
                last(story, Entry.NoAuthorityTold.class)
                        .map(Entry.NoAuthorityTold::agency)
                        .flatMap(agencies::find)
                        .map(Agency::name);
            case ANSWERED ->
                story.told().stream()
                        .filter(told -> told.recorded().entry() instanceof Entry.Answered)
                        .map(told -> told.texts().get("text"))
                        .filter(text -> text != null)
                        .reduce((first, second) -> second)
                        .map(answer -> "已答复：" + answer);
            default -> Optional.empty();
        };
    }

    private static Optional<String> related(CaseState state, String relation) {
        return state.related().entrySet().stream()
                .filter(link -> link.getValue().equals(relation))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String path(String code, Kind kind) {
        return Procedures.rule(Act.REDIRECT, kind).stream()
                .flatMap(rule -> rule.fields().stream())
                .filter(field -> field.name().equals("path"))
                .flatMap(field -> field.options().stream())
                .filter(option -> option.code().equals(code))
                .map(FieldSpec.Option::label)
                .findFirst()
                .orElse(code);
    }

    private static <E extends Entry> Optional<E> last(Story story, Class<E> type) {
        return story.told().stream()
                .map(told -> told.recorded().entry())
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second);
    }
}
