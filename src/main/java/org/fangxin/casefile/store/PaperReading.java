package org.fangxin.casefile.store;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.World;
import org.fangxin.casefile.internal.DocumentRules;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link CasePapers} out of the case's tables. */
@Component
class PaperReading implements CasePapers {
    private final CaseRows rows;
    private final CaseHistory histories;
    private final Texts texts;
    private final Parties parties;
    private final Worlds worlds;
    private final InstantSource clock;

    PaperReading(
            CaseRows rows, CaseHistory histories, Texts texts, Parties parties, Worlds worlds, InstantSource clock) {
        this.rows = rows;
        this.histories = histories;
        this.texts = texts;
        this.parties = parties;
        this.worlds = worlds;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Papers> of(String caseNo, Actor actor) {
        return rows.head(caseNo)
                .flatMap(head -> histories.of(caseNo, actor).map(story -> {
                    World world = worlds.of(story.state(), head, clock.instant());
                    List<OfficialForm> forms = story.available().contains(Act.ISSUE_DOCUMENT)
                            ? Arrays.stream(OfficialForm.values())
                                    .filter(form -> DocumentRules.refusal(story.state(), actor, form, world)
                                            .isEmpty())
                                    .toList()
                            : List.of();
                    return new Papers(
                            story.state(),
                            rows.asOrigin(head.id(), texts.content(head.id())),
                            people(head.id()),
                            story.told(),
                            forms);
                }));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<NewCase> origin(String caseNo) {
        return rows.head(caseNo).map(head -> rows.asOrigin(head.id(), texts.content(head.id())));
    }

    @Override
    @Transactional(readOnly = true)
    public void require(String caseNo, Actor actor, OfficialForm form) {
        CaseRows.Head head = rows.head(caseNo).orElseThrow(Problem::notFound);
        CaseState state = histories.of(caseNo, actor).orElseThrow().state();
        World world = worlds.of(state, head, clock.instant());
        Procedures.forbidden(Act.ISSUE_DOCUMENT, state, actor, world)
                .or(() -> DocumentRules.refusal(state, actor, form, world))
                .ifPresent(Refusals::orThrow);
    }

    private Map<String, PartyData> people(long caseId) {
        Map<String, PartyData> people = new LinkedHashMap<>();
        for (Parties.Masked party : parties.masked(caseId)) {
            people.put(
                    party.partyId(),
                    new PartyData(
                            PartyRole.valueOf(party.role()),
                            open(caseId, party, Parties.Field.NAME).orElse(""),
                            open(caseId, party, Parties.Field.PHONE).orElse(null),
                            open(caseId, party, Parties.Field.ID_NUMBER).orElse(null),
                            open(caseId, party, Parties.Field.ADDRESS).orElse(null),
                            open(caseId, party, Parties.Field.EMAIL).orElse(null)));
        }
        return people;
    }

    private Optional<String> open(long caseId, Parties.Masked party, Parties.Field field) {
        return parties.open(caseId, party.partyId(), field);
    }
}
