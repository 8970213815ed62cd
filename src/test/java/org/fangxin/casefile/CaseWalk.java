package org.fangxin.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Any case on its way through the procedure, by real acts only; keeps its journal. */
final class CaseWalk {
    static final String PINGLIANG = "6208";
    static final String CHONGXIN = "620823";
    static final String NEIGHBOUR = "620821";
    static final String STATION = "620823001";

    static final Actor INVESTIGATOR = TestWorld.officer("u-investigator", Role.INVESTIGATOR);
    static final Actor SECOND = TestWorld.officer("u-second", Role.INVESTIGATOR);
    static final Actor HANDLER = TestWorld.officer("u-handler", Role.HANDLER);
    static final Actor UNIT_HEAD = TestWorld.officer("u-head", Role.UNIT_HEAD);
    static final Actor LEADER = TestWorld.officer("u-leader", Role.LEADER);
    static final Actor INTAKE = TestWorld.officer("u-intake", Role.INTAKE);
    static final Actor REGISTRAR = TestWorld.officer("u-registrar", Role.REGISTRAR);
    static final Actor ARCHIVIST = TestWorld.officer("u-archivist", Role.ARCHIVIST);
    static final Actor REPORTER = Actor.party("REPORTER", Role.REPORTER);
    static final Actor CITY_INTAKE = new Actor("u-city-intake", PINGLIANG, Set.of(Role.INTAKE));
    static final Actor CITY_SUPERIOR = new Actor("u-city", PINGLIANG, Set.of(Role.SUPERIOR, Role.LEADER));
    static final Actor PROVINCE_SUPERIOR = new Actor("u-province", "62", Set.of(Role.SUPERIOR, Role.LEADER));
    static final Actor STATION_HANDLER =
            new Actor("u-station", STATION, Set.of(Role.HANDLER, Role.INVESTIGATOR, Role.INTAKE));
    static final Actor NEIGHBOUR_HANDLER = new Actor("u-neighbour", NEIGHBOUR, Set.of(Role.HANDLER, Role.LEADER));
    static final List<String> TWO = List.of(INVESTIGATOR.id(), SECOND.id());
    static final List<String> ALL_FOUR = List.of("EVIDENCE", "PUNISHABLE", "COMPETENT", "WITHIN_LIMITATION");

    final TestWorld world;
    final List<Recorded> journal = new ArrayList<>();
    final String caseNo;
    CaseState state;
    Decision.Taken last;

    private CaseWalk(TestWorld world, String caseNo, Entry.Received received) {
        this.world = world;
        this.caseNo = caseNo;
        Entry.Received promised = Procedures.promised(received, world.world().statutes());
        Recorded first = new Recorded(1, received.receivedAt(), world.now(), "system", promised);
        journal.add(first);
        state = Procedures.begin(caseNo, first);
        world.staffedBy(
                INVESTIGATOR,
                SECOND,
                HANDLER,
                UNIT_HEAD,
                LEADER,
                INTAKE,
                REGISTRAR,
                ARCHIVIST,
                CITY_INTAKE,
                CITY_SUPERIOR,
                STATION_HANDLER,
                NEIGHBOUR_HANDLER);
    }

    static CaseWalk of(Kind kind, String agency, String local, String source, String... topics) {
        return of("FX-1", kind, agency, local, source, topics);
    }

    static CaseWalk of(String no, Kind kind, String agency, String local, String source, String... topics) {
        TestWorld world = TestWorld.at(local);
        String law = world.world().statutes().lawOf(world.today());
        return new CaseWalk(
                world,
                no,
                new Entry.Received(
                        kind,
                        agency,
                        world.now(),
                        law,
                        "WEB",
                        source,
                        null,
                        parties(kind),
                        List.of(),
                        List.of(topics),
                        false,
                        false));
    }

    /** A complaint in talks with the merchant: no agency has it. */
    static CaseWalk green() {
        TestWorld world = TestWorld.at("2026-05-06T10:00");
        return new CaseWalk(
                world,
                "FX-1",
                new Entry.Received(
                        Kind.COMPLAINT,
                        CHONGXIN,
                        world.now(),
                        "order121",
                        "WEB",
                        "SUBMISSION",
                        null,
                        parties(Kind.COMPLAINT),
                        List.of(),
                        List.of(),
                        true,
                        false));
    }

    private static List<Entry.Party> parties(Kind kind) {
        return switch (kind) {
            case COMPLAINT ->
                List.of(new Entry.Party("P1", PartyRole.COMPLAINANT), new Entry.Party("P2", PartyRole.RESPONDENT));
            case REPORT -> List.of(new Entry.Party("P1", PartyRole.REPORTED));
            case CONSULTATION, SUGGESTION -> List.of(new Entry.Party("P1", PartyRole.ASKER));
        };
    }

    /** A real-name report, received by the county on Wednesday 2026-05-06 10:00. */
    static CaseWalk report() {
        return of(Kind.REPORT, CHONGXIN, "2026-05-06T10:00", "SUBMISSION", "REAL_NAME");
    }

    static CaseWalk complaint() {
        return of(Kind.COMPLAINT, CHONGXIN, "2026-05-06T10:00", "SUBMISSION");
    }

    static CaseWalk consultation() {
        return of(Kind.CONSULTATION, CHONGXIN, "2026-05-06T10:00", "SUBMISSION");
    }

    static CaseWalk suggestion() {
        return of(Kind.SUGGESTION, CHONGXIN, "2026-05-06T10:00", "SUBMISSION");
    }

    /** Found in mediation. */
    static CaseWalk clue() {
        return of(Kind.REPORT, CHONGXIN, "2026-06-15T10:00", "CLUE_IN_MEDIATION");
    }

    /** Received under Order 20. */
    static CaseWalk oldReport() {
        return of(Kind.REPORT, CHONGXIN, "2026-04-07T10:00", "SUBMISSION", "REAL_NAME");
    }

    static CaseWalk verifying() {
        return report().at("2026-05-07T09:00").does(Act.VERIFY, INVESTIGATOR);
    }

    static CaseWalk filed() {
        return verifying().at("2026-05-20T09:00").files();
    }

    CaseWalk files() {
        return does(Act.FILE, LEADER, "conditions", ALL_FOUR, "officers", TWO);
    }

    static CaseWalk declined() {
        return verifying().at("2026-05-20T09:00").does(Act.DECLINE_FILING, LEADER, "ground", "FIRST_MINOR_CORRECTED");
    }

    static CaseWalk penalised() {
        return filed().at("2026-06-20T09:00")
                .does(
                        Act.DECIDE_CASE,
                        LEADER,
                        "outcome",
                        "PENALTY",
                        "reviewed",
                        true,
                        "heard",
                        true,
                        "decisionNo",
                        "崇市监处罚〔2026〕9号",
                        "fine",
                        "5000.00");
    }

    static CaseWalk closed() {
        return penalised()
                .does(Act.RECORD_PENALTY_PERFORMANCE, INVESTIGATOR, "proofNo", "SK-77")
                .does(Act.CLOSE_CASE, LEADER);
    }

    CaseWalk at(String local) {
        world.moveTo(local);
        return this;
    }

    /** The act must stand. */
    CaseWalk does(Act act, Actor actor, Object... fields) {
        Decision decision = asks(act, actor, fields);
        if (!(decision instanceof Decision.Taken taken)) {
            throw new AssertionError(act + " in " + state.stage() + ": " + decision);
        }
        last = taken;
        Instant at = command(act, actor, fields).occurredAt();
        taken.entries().forEach(entry -> take(at, actor, entry));
        return this;
    }

    /** What the procedure answers; the state stays. */
    Decision asks(Act act, Actor actor, Object... fields) {
        return Procedures.decide(state, command(act, actor, fields), world.world());
    }

    /** What the procedure answers when it takes the case to be in another state. */
    Decision decides(CaseState other, Act act, Actor actor, Object... fields) {
        return Procedures.decide(other, command(act, actor, fields), world.world());
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

    /** The last entry of the last act. */
    Entry last() {
        return last.entries().getLast();
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

    Clock.State clockOf(String rule) {
        return clock(rule).state();
    }

    boolean counts(String rule) {
        return state.clocks().open(rule).isPresent();
    }

    private Command command(Act act, Actor actor, Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        Fields body = new Fields(map);
        return new Command(act, actor, world.now(), Procedures.occurredAt(body, world.now()), body);
    }
}
