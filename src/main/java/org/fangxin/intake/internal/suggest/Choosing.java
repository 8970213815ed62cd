package org.fangxin.intake.internal.suggest;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.Stage;
import org.fangxin.intake.store.ChoiceStore;
import org.fangxin.intake.store.ChoiceStore.Choice;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The proposals on a case and the officer's choice, which is done by the case's own act and kept beside what was proposed. */
@Component
public class Choosing {
    private final CaseFiles cases;
    private final CasePapers papers;
    private final Proposals proposals;
    private final Options options;
    private final ChoiceStore choices;
    private final InstantSource clock;

    Choosing(
            CaseFiles cases,
            CasePapers papers,
            Proposals proposals,
            Options options,
            ChoiceStore choices,
            InstantSource clock) {
        this.cases = cases;
        this.papers = papers;
        this.proposals = proposals;
        this.options = options;
        this.choices = choices;
        this.clock = clock;
    }

    /** A case with what is proposed for it. */
    public record OnCase(CaseState state, NewCase origin, List<Proposal> proposals) {}

    /**
     * Reads the case anew; in no transaction, since reading by meaning may take seconds.
     *
     * @throws Problem 404 for what may not be seen
     */
    public OnCase of(String caseNo) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        NewCase origin = papers.origin(caseNo).orElseThrow(Problem::notFound);
        return new OnCase(state, origin, proposals.of(state, origin));
    }

    /**
     * Does what was chosen by the act that does it and keeps the choice, both or neither. Of an office, a doubt, an urgency
     * or another kind only the choice is kept: those acts ask for more.
     *
     * @param version the version that the officer saw
     * @throws Problem 404 not seen, 409 another was first, 422 refused or faulty
     */
    @Transactional
    public void choose(OnCase on, Field field, @Nullable String typed, Actor actor, @Nullable Long version) {
        Map<String, String> allowed = options.of(field, on.state());
        String value = Optional.ofNullable(typed).filter(allowed::containsKey).orElseThrow(() -> unknown(field));
        Proposal proposal = on.proposals().stream()
                .filter(one -> one.field() == field)
                .findFirst()
                .orElseThrow(() -> Problem.invalid("field", "nothing-proposed", "这一项没有建议，请用案件页上的办理行为。"));
        act(on, field, value, allowed.getOrDefault(value, value), actor, version);
        choices.keep(new Choice(
                on.state().caseNo(),
                field.name(),
                on.state().agency(),
                proposal.source().name(),
                proposal.value(),
                value,
                actor.id(),
                clock.instant()));
    }

    private void act(OnCase on, Field field, String value, String label, Actor actor, @Nullable Long version) {
        CaseState state = on.state();
        NewCase.Narrative now = on.origin().narrative();
        boolean stands = value.equals(field == Field.GOODS ? now.goodsCode() : now.problemCode());
        if ((field == Field.GOODS || field == Field.PROBLEM) && !stands) {
            Map<String, String> fields =
                    Map.of("field", field.name(), "value", value, "text", label, "reason", "从建议中选定" + field.chinese());
            cases.act(state.caseNo(), Act.CORRECT, actor, version, fields, null);
        } else if (field == Field.KIND && value.equals(state.kind().name()) && state.stage() == Stage.RECEIVED) {
            cases.act(state.caseNo(), Act.CONFIRM_KINDS, actor, version, Map.of("kinds", List.of(value)), null);
        }
    }

    private static Problem unknown(Field field) {
        return Problem.invalid("value", "unknown", "“" + field.chinese() + "”没有这个选项，请从列出的里选一个。");
    }
}
