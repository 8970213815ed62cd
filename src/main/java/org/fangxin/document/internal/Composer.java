package org.fangxin.document.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CasePapers.Papers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.document.Blank;
import org.fangxin.document.Documents.Draft;
import org.fangxin.document.store.Letterheads.Letterhead;
import org.fangxin.identity.People;
import org.fangxin.law.Settings;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.springframework.stereotype.Component;

/** Puts a form together: the case's facts, the officer's words, the agency's head, template and seal. */
@Component
class Composer {
    private static final int LONGEST = 4_000;
    /** What a number looks like before it is taken. */
    static final String NO_NUMBER = "（编号在制发时生成）";

    private final CasePapers papers;
    private final CaseFiles cases;
    private final People people;
    private final Agencies agencies;
    private final Settings settings;
    private final Signatures signatures;
    private final Prefills prefills;
    private final InstantSource clock;

    Composer(
            CasePapers papers,
            CaseFiles cases,
            People people,
            Agencies agencies,
            Settings settings,
            Signatures signatures,
            Prefills prefills,
            InstantSource clock) {
        this.papers = papers;
        this.cases = cases;
        this.people = people;
        this.agencies = agencies;
        this.settings = settings;
        this.signatures = signatures;
        this.prefills = prefills;
        this.clock = clock;
    }

    List<OfficialForm> forms(String caseNo, Actor actor) {
        return papers.of(caseNo, actor).orElseThrow(Problem::notFound).forms();
    }

    Composition compose(Draft draft, Actor actor) {
        papers.require(draft.caseNo(), actor, draft.form());
        Papers found = papers.of(draft.caseNo(), actor).orElseThrow(Problem::notFound);
        CaseState state = found.state();
        OfficialForm form = draft.form();
        String holder = agencies.actingFor(state.agency()).code();
        String issuer = form == OfficialForm.F3 ? actor.agency() : holder;
        Letterhead head = signatures.of(issuer);
        Facts facts = new Facts(found, people);
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        List<Blank> blanks = typed(prefills.of(form, facts, contact(actor, head), issuer, today), draft.fields());
        FormValues.Frame frame = new FormValues.Frame(
                signatures.name(issuer),
                NO_NUMBER,
                today,
                signatures.name(holder),
                cases.attachments(draft.caseNo()).size(),
                settings.flag("refuse.remedyLine", issuer),
                draft.replaces());
        return new Composition(
                draft,
                issuer,
                today.getYear(),
                head,
                state.law().equals("order20"),
                signatures.template(issuer, form),
                blanks,
                new FormValues(facts).of(form, frame, blanks));
    }

    private FormBlanks.Contact contact(Actor actor, Letterhead head) {
        String name = people.displayNames(List.of(actor.id())).getOrDefault(actor.id(), "");
        return new FormBlanks.Contact(
                name, head.phone() == null ? "" : head.phone(), head.address() == null ? "" : head.address());
    }

    private static List<Blank> typed(List<Blank> blanks, Map<String, String> fields) {
        fields.forEach((name, value) -> {
            if (blanks.stream().noneMatch(blank -> blank.name().equals(name))) {
                throw Problem.invalid(name, "unknown", "这份文书没有“" + name + "”这一栏。");
            }
            if (value.length() > LONGEST) {
                throw Problem.invalid(name, "too-long", "每一栏最多写 4,000 字，请写短一些。");
            }
        });
        return blanks.stream()
                .map(blank -> fields.containsKey(blank.name()) ? blank.with(fields.get(blank.name())) : blank)
                .toList();
    }
}
