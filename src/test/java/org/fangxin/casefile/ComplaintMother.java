package org.fangxin.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** A complaint that reaches its states by real acts; keeps its journal. */
final class ComplaintMother {
    static final Actor HANDLER = TestWorld.officer("u-handler", Role.HANDLER);
    static final Actor MEDIATOR = TestWorld.officer("u-mediator", Role.MEDIATOR);
    static final Actor LEADER = TestWorld.officer("u-leader", Role.LEADER);
    static final Actor REGISTRAR = TestWorld.officer("u-registrar", Role.REGISTRAR);
    static final Actor INTAKE = TestWorld.officer("u-intake", Role.INTAKE);
    static final Actor ARCHIVIST = TestWorld.officer("u-archivist", Role.ARCHIVIST);
    static final Actor BODY = TestWorld.officer("u-body", Role.ENTRUSTED);
    static final Actor COMPLAINANT = Actor.party("P1", Role.COMPLAINANT);
    static final Actor RESPONDENT = Actor.party("P2", Role.RESPONDENT);

    final TestWorld world;
    final List<Recorded> journal = new ArrayList<>();
    CaseState state;
    Decision.Taken last;

    private ComplaintMother(TestWorld world, Entry.Received received) {
        this.world = world;
        Recorded first = new Recorded(1, received.receivedAt(), world.now(), "system", received);
        journal.add(first);
        state = Procedures.begin("FX-1", first);
    }

    /** Received on the web on Wednesday 2026-05-06 10:00. */
    static ComplaintMother received() {
        return received("WEB", "2026-05-06T10:00");
    }

    /** Received by telephone: the complainant sees nothing by himself. */
    static ComplaintMother byPhone() {
        return received("PHONE", "2026-05-06T10:00");
    }

    static ComplaintMother received(String channel, String local) {
        return of(channel, local, false, List.of("P1"), List.of());
    }

    static ComplaintMother of(
            String channel, String local, boolean green, List<String> complainants, List<String> flags) {
        TestWorld world = TestWorld.at(local);
        List<Entry.Party> parties = complainants.stream()
                .map(id -> new Entry.Party(id, PartyRole.COMPLAINANT))
                .collect(Collectors.toCollection(ArrayList::new));
        parties.add(new Entry.Party("P" + (complainants.size() + 1), PartyRole.RESPONDENT));
        String law = world.world().statutes().lawOf(world.today());
        return new ComplaintMother(
                world,
                new Entry.Received(
                        Kind.COMPLAINT,
                        TestWorld.CHONGXIN,
                        world.now(),
                        law,
                        channel,
                        "SUBMISSION",
                        null,
                        parties,
                        flags,
                        List.of(),
                        green,
                        false));
    }

    static ComplaintMother green() {
        return of("WEB", "2026-05-06T10:00", true, List.of("P1"), List.of());
    }

    static ComplaintMother accepted() {
        return received().at("2026-05-07T09:00").does(Act.ACCEPT, HANDLER);
    }

    static ComplaintMother mediating() {
        return accepted().does(Act.RECORD_CONSENT, HANDLER, "party", "RESPONDENT", "consent", "YES", "means", "PHONE");
    }

    static ComplaintMother held() {
        return mediating().at("2026-05-15T09:00").does(Act.HOLD_MEDIATION, MEDIATOR, "mode", "ON_SITE");
    }

    static ComplaintMother agreed() {
        return held().does(Act.SETTLE, HANDLER, "mode", "MEDIATED", "terms", "退款", "amount", "1980.00");
    }

    static ComplaintMother refused() {
        return received()
                .at("2026-05-08T09:00")
                .does(Act.REFUSE, HANDLER, "ground", "OVER_THREE_YEARS", "facts", "四年前");
    }

    static ComplaintMother terminated() {
        return held().does(Act.TERMINATE_MEDIATION, HANDLER, "ground", "NO_AGREEMENT_DECLARED", "facts", "双方各执一词");
    }

    static ComplaintMother withdrawn() {
        return received().does(Act.WITHDRAW, COMPLAINANT);
    }

    ComplaintMother at(String local) {
        world.moveTo(local);
        return this;
    }

    /** The same journal under another number. */
    CaseState named(String caseNo) {
        return Procedures.replay(caseNo, journal);
    }

    /** The act must stand. */
    ComplaintMother does(Act act, Actor actor, Object... fields) {
        Decision decision = asks(act, actor, fields);
        if (!(decision instanceof Decision.Taken taken)) {
            throw new AssertionError(act + " in " + state.stage() + ": " + decision);
        }
        last = taken;
        Command command = command(act, actor, fields);
        taken.entries().forEach(entry -> take(command.occurredAt(), actor, entry));
        return this;
    }

    /** What the procedure answers; the state stays. */
    Decision asks(Act act, Actor actor, Object... fields) {
        return Procedures.decide(state, command(act, actor, fields), world.world());
    }

    Decision.Refused refuses(Act act, Actor actor, Object... fields) {
        Decision decision = asks(act, actor, fields);
        if (decision instanceof Decision.Refused refused) {
            return refused;
        }
        throw new AssertionError(act + " in " + state.stage() + ": " + decision);
    }

    void take(Instant at, Actor actor, Entry entry) {
        Recorded recorded = new Recorded(state.seq() + 1, at, world.now(), actor.id(), entry);
        journal.add(recorded);
        state = Procedures.evolve(state, recorded);
    }

    List<String> entries() {
        return last.entries().stream().map(e -> e.getClass().getSimpleName()).toList();
    }

    LocalDate due(String rule) {
        Clock clock = clock(rule);
        return clock.setDate() != null
                ? clock.setDate()
                : world.world()
                        .statutes()
                        .due(clock.rule(), clock.startedAt(), clock.pauses())
                        .dueOn();
    }

    /** The newest clock of a rule. */
    Clock clock(String rule) {
        return state.clocks().all().stream()
                .filter(clock -> clock.rule().equals(rule))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no clock " + rule + " in " + state.clocks()));
    }

    private Command command(Act act, Actor actor, Object... fields) {
        Fields body = new Fields(fields(fields));
        return new Command(act, actor, world.now(), Procedures.occurredAt(body, world.now()), body);
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
