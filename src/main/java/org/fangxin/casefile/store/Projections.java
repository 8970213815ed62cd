package org.fangxin.casefile.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.RespondentView;
import org.fangxin.casefile.RespondentViews;
import org.fangxin.casefile.internal.RespondentProjection;
import org.fangxin.casefile.internal.RespondentProjection.Named;
import org.fangxin.identity.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link RespondentViews} out of the file: opens only what the whitelist needs. */
@Component
class Projections implements RespondentViews {
    private final CaseRows rows;
    private final CaseHistory histories;
    private final Parties parties;
    private final Attached attached;
    private final People people;

    Projections(CaseRows rows, CaseHistory histories, Parties parties, Attached attached, People people) {
        this.rows = rows;
        this.histories = histories;
        this.parties = parties;
        this.attached = attached;
        this.people = people;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RespondentView> of(String caseNo) {
        return histories
                .of(caseNo, Actor.SYSTEM)
                .filter(story -> RespondentProjection.possible(story.state(), story.told()))
                .flatMap(this::view);
    }

    private Optional<RespondentView> view(CaseHistory.Story story) {
        CaseState state = story.state();
        long id = rows.head(state.caseNo()).orElseThrow().id();
        String content = story.told().getFirst().texts().getOrDefault(Texts.CONTENT, "");
        NewCase.Narrative what = rows.asOrigin(id, content).narrative();
        List<String> mediators = RespondentProjection.mediators(story.told());
        Map<String, String> names = people.displayNames(mediators);
        return RespondentProjection.of(new RespondentProjection.Source(
                state,
                story.told(),
                content,
                what.demands(),
                what.amount(),
                what.goodsDetail(),
                party -> named(id, party),
                attached.to(id),
                names));
    }

    private Named named(long caseId, String partyId) {
        return new Named(
                parties.open(caseId, partyId, Parties.Field.NAME).orElse(""),
                parties.open(caseId, partyId, Parties.Field.PHONE).orElse(null),
                parties.open(caseId, partyId, Parties.Field.ADDRESS).orElse(null));
    }
}
