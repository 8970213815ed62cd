package org.fangxin.casefile;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/**
 * A case that lives at random: random acts of the catalogue by random people, with forms filled in at random from the
 * catalogue's own field descriptions, while the days go by. The same seed gives the same life.
 */
final class RandomActs {
    private static final List<String> AGENCIES = List.of("620823", "6208", "620821", "620823001", "330106");
    private static final List<String> START_DAYS =
            List.of("2026-05-06T10:00", "2026-09-28T16:30", "2026-04-03T09:00", "2026-04-14T23:50", "2025-11-03T08:00");
    private static final List<String> CHANNELS = List.of("WEB", "PHONE", "WINDOW");
    private static final List<Actor> CAST = cast();
    private static final Map<Kind, List<ActRule>> RULES = new EnumMap<>(Kind.class);
    private static final Map<Kind, Map<Stage, List<ActRule>>> FITTING = new EnumMap<>(Kind.class);
    private static final Map<ActRule, List<Actor>> ABLE = new IdentityHashMap<>();

    static {
        for (ActRule rule : Procedures.catalogue()) {
            ABLE.put(
                    rule,
                    CAST.stream()
                            .filter(actor -> rule.roles().stream().anyMatch(actor::has))
                            .toList());
        }
        for (Kind kind : Kind.values()) {
            List<ActRule> rules = Procedures.catalogue().stream()
                    .filter(rule -> rule.kinds().contains(kind))
                    .toList();
            RULES.put(kind, rules);
            Map<Stage, List<ActRule>> fitting = new EnumMap<>(Stage.class);
            for (Stage stage : Procedures.stagesOf(kind)) {
                fitting.put(
                        stage,
                        rules.stream()
                                .filter(rule -> rule.stages().contains(stage))
                                .toList());
            }
            FITTING.put(kind, fitting);
        }
    }

    /** What decides and what evolves: the program, or a broken twin of it. */
    interface Core {
        Core TRUE = new Core() {};

        default Decision decide(CaseState state, Command command, World world) {
            return Procedures.decide(state, command, world);
        }

        default CaseState evolve(CaseState state, Recorded recorded) {
            return Procedures.evolve(state, recorded);
        }
    }

    private static final Set<Act> ROUTING = Set.of(
            Act.DISTRIBUTE,
            Act.CONFIRM_RECEIPT,
            Act.RETURN,
            Act.RAISE_DISPUTE,
            Act.AGREE_DISPUTE,
            Act.ASK_DESIGNATION,
            Act.DESIGNATE,
            Act.ASK_SUPERIOR,
            Act.DECIDE_ASK,
            Act.TAKE_UP);

    /** What a life turns around, beside whatever else happens: rare sequences come up this way. */
    private static final List<Set<Act>> THEMES = List.of(
            Set.of(),
            Set.of(Act.ACCEPT, Act.RECORD_CONSENT, Act.HOLD_MEDIATION, Act.SETTLE, Act.SIGN_LETTER, Act.ARCHIVE),
            Set.of(Act.ACCEPT, Act.HOLD_MEDIATION, Act.SETTLE, Act.REMIND_PERFORMANCE, Act.RECORD_PERFORMANCE),
            Set.of(
                    Act.ACCEPT,
                    Act.PROPOSE_APPRAISAL,
                    Act.AGREE_APPRAISAL_BODY,
                    Act.DESIGNATE_APPRAISAL_BODY,
                    Act.AGREE_APPRAISAL_COST,
                    Act.COMMISSION_APPRAISAL,
                    Act.RECEIVE_APPRAISAL_RESULT,
                    Act.TERMINATE_MEDIATION),
            Set.of(
                    Act.ACCEPT,
                    Act.PROPOSE_APPRAISAL,
                    Act.AGREE_APPRAISAL_BODY,
                    Act.AGREE_APPRAISAL_COST,
                    Act.COMMISSION_APPRAISAL,
                    Act.RECEIVE_APPRAISAL_RESULT),
            Set.of(Act.ACCEPT, Act.HOLD_MEDIATION, Act.REQUEST_RECUSAL, Act.RECUSE_SELF, Act.DECIDE_RECUSAL),
            Set.of(
                    Act.OPEN_JOINT,
                    Act.JOIN_JOINT,
                    Act.ELECT_REPRESENTATIVES,
                    Act.CONSENT_REPRESENTED,
                    Act.ACCEPT,
                    Act.WITHDRAW,
                    Act.CHANGE_DEMANDS),
            Set.of(
                    Act.ACCEPT,
                    Act.REFUSE,
                    Act.TERMINATE_MEDIATION,
                    Act.RECORD_NOTICE,
                    Act.REVOKE_DECISION,
                    Act.CORRECT,
                    Act.ADD_NOTE,
                    Act.ARCHIVE),
            Set.of(
                    Act.ROUTE_TO_MERCHANT,
                    Act.MERCHANT_RESPOND,
                    Act.REPLY_TO_MERCHANT,
                    Act.CONFIRM_GREEN_SETTLEMENT,
                    Act.ESCALATE,
                    Act.ACCEPT),
            ROUTING);

    private static final List<Set<Act>> REPORT_THEMES = List.of(
            Set.of(),
            ROUTING,
            Set.of(Act.VERIFY, Act.RECORD_SITE, Act.LIST_EVIDENCE, Act.RECORD_FINDING),
            Set.of(Act.VERIFY, Act.RECORD_QUESTIONING),
            Set.of(Act.VERIFY, Act.RAISE_DISPUTE, Act.AGREE_DISPUTE, Act.ASK_DESIGNATION, Act.DESIGNATE),
            Set.of(
                    Act.VERIFY,
                    Act.FILE,
                    Act.DECIDE_CASE,
                    Act.TERMINATE_INVESTIGATION,
                    Act.RECORD_PENALTY_PERFORMANCE,
                    Act.CLOSE_CASE,
                    Act.TELL_REPORTER,
                    Act.REWARD,
                    Act.ARCHIVE),
            Set.of(Act.VERIFY, Act.FILE, Act.DECIDE_CASE, Act.CHANGE_DECISION),
            Set.of(Act.VERIFY, Act.FILE, Act.NOTIFY_PENALTY, Act.SERVE_PAPER, Act.RECORD_DEFENCE, Act.RECORD_HEARING),
            Set.of(
                    Act.VERIFY,
                    Act.FILE,
                    Act.REVIEW_CASE,
                    Act.NOTIFY_PENALTY,
                    Act.SERVE_PAPER,
                    Act.RECORD_DEFENCE,
                    Act.RECORD_HEARING,
                    Act.DISCUSS_CASE,
                    Act.DECIDE_CASE,
                    Act.CHANGE_DECISION),
            Set.of(
                    Act.VERIFY,
                    Act.PAUSE,
                    Act.RESUME,
                    Act.EXTEND,
                    Act.FILE,
                    Act.EXTEND_DECISION,
                    Act.SUSPEND_CASE,
                    Act.RESUME_CASE,
                    Act.TRANSFER),
            Set.of(Act.VERIFY, Act.RECORD_FINDING, Act.DECLINE_FILING, Act.TELL_REPORTER, Act.ARCHIVE));

    /** Something that stood: the act, and the stages before and after. */
    record Step(Act act, Stage from, Stage to) {}

    final List<Recorded> journal = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final TestWorld world;
    CaseState state;
    private final SplittableRandom random;
    private final Core core;
    private final Set<Act> theme;

    RandomActs(Kind kind, long seed) {
        this(kind, seed, Core.TRUE);
    }

    RandomActs(Kind kind, long seed, Core core) {
        random = new SplittableRandom(seed);
        this.core = core;
        theme = one(kind == Kind.REPORT ? REPORT_THEMES : THEMES);
        world = TestWorld.at(one(START_DAYS));
        CAST.forEach(world::staffedBy);
        String law = world.world().statutes().lawOf(world.today());
        boolean green = kind == Kind.COMPLAINT && chance(15);
        Entry.Received received = new Entry.Received(
                kind,
                one(List.of("620823", "620823", "6208")),
                world.now(),
                law,
                one(CHANNELS),
                source(kind, seed),
                null,
                parties(kind),
                List.of(),
                kind == Kind.REPORT && chance(40) ? List.of("REAL_NAME") : List.of(),
                green,
                false);
        Entry.Received promised = Procedures.promised(received, world.world().statutes());
        Recorded first = new Recorded(1, world.now(), world.now(), "system", promised);
        journal.add(first);
        state = Procedures.begin("FX-1", first);
        world.knowing(earlier(received));
    }

    /** One report of ten was handed over by another agency, which forbids handing it on (PP 14). */
    private static String source(Kind kind, long seed) {
        boolean handedOver = kind == Kind.REPORT && new SplittableRandom(~seed).nextInt(10) == 0;
        return handedOver ? "TRANSFERRED" : "SUBMISSION";
    }

    /** Tries this many acts; those that stand are taken. */
    RandomActs live(int attempts) {
        for (int i = 0; i < attempts; i++) {
            if (chance(40)) {
                long hours = chance(8) ? random.nextInt(24 * 70) : random.nextInt(24 * 6);
                world.moveTo(world.now().plus(Duration.ofHours(hours)));
            }
            attempt();
        }
        return this;
    }

    private void attempt() {
        ActRule rule = one(among());
        Actor actor = actor(rule);
        Fields fields = new Fields(form(rule));
        Command command =
                new Command(rule.act(), actor, world.now(), Procedures.occurredAt(fields, world.now()), fields);
        if (core.decide(state, command, world.world()) instanceof Decision.Taken taken) {
            Stage before = state.stage();
            for (Entry entry : taken.entries()) {
                Recorded recorded = new Recorded(state.seq() + 1, command.occurredAt(), world.now(), actor.id(), entry);
                journal.add(recorded);
                state = core.evolve(state, recorded);
            }
            steps.add(new Step(rule.act(), before, state.stage()));
        }
    }

    private List<ActRule> among() {
        if (chance(10)) {
            return RULES.get(state.kind());
        }
        List<ActRule> fitting = FITTING.get(state.kind()).get(state.stage());
        if (theme.isEmpty() || chance(state.kind() == Kind.REPORT ? 30 : 50)) {
            return fitting;
        }
        List<ActRule> themed =
                fitting.stream().filter(rule -> theme.contains(rule.act())).toList();
        return themed.isEmpty() ? fitting : themed;
    }

    private Actor actor(ActRule rule) {
        if (chance(10)) {
            return one(CAST);
        }
        List<Actor> able = ABLE.get(rule);
        return able.isEmpty() ? Actor.SYSTEM : one(able);
    }

    private Map<String, Object> form(ActRule rule) {
        Map<String, Object> form = new LinkedHashMap<>();
        for (FieldSpec field : rule.fields()) {
            if (chance(likely(field))) {
                form.put(field.name(), value(field));
            }
        }
        if (chance(10)) {
            form.put("occurredOn", day(-20, 1).toString());
            form.putIfAbsent("paperNo", "补〔2026〕1号");
        }
        return form;
    }

    /** An agreement is written in points more often than not, or none would ever fall due. */
    private static int likely(FieldSpec field) {
        return field.required() ? 97 : field.type() == FieldSpec.Type.ITEMS ? 85 : 45;
    }

    private Object value(FieldSpec field) {
        return switch (field.type()) {
            case CODE -> code(field);
            case CODES -> codes(field);
            // what follows a filing lies between it and today
            case DATE -> (state.stage() == Stage.FILED && chance(70) ? world.today() : day(-20, 25)).toString();
            case DATETIME ->
                world.now().plus(Duration.ofHours(random.nextInt(-20, 20))).toString();
            case AMOUNT -> random.nextInt(5000) + ".50";
            case INTEGER -> random.nextInt(0, 7);
            case BOOLEAN -> chance(75);
            case OFFICER -> one(CAST).id();
            case OFFICERS ->
                chance(60)
                        ? List.of("u-investigator", "u-all")
                        : List.of(one(CAST).id(), one(CAST).id());
            case AGENCY -> one(AGENCIES);
            case CASE -> "FX-0";
            case PARTY -> "P" + random.nextInt(1, 5);
            case LIST -> chance(50) ? List.of("P1", "P2") : List.of(one(AGENCIES));
            case APPROVAL -> Map.of("by", "u-leader", "on", day(-3, 1).toString(), "paperNo", "批1号");
            case NOTICE -> Map.of("channel", "SMS", "proof", "S" + random.nextInt(100));
            case FILES -> List.of("f-1");
            case PERSON -> Map.of("name", "孙样例", "phone", "13800000009", "address", "样例街9号");
            case ITEMS ->
                List.of(Map.of(
                        "what",
                        "退款",
                        "who",
                        "RESPONDENT",
                        "amount",
                        "12.50",
                        "by",
                        day(0, 20).toString()));
            case CHECKLIST -> Map.of("items", List.of(Map.of("code", "LICENCE", "result", "FIT")));
            case UPLOADS -> List.of("a-1");
            case PROPOSAL -> Map.of("assignmentRule", "620826/1", "proposed", "u-investigator");
            case TEXT -> text(field);
        };
    }

    private Object text(FieldSpec field) {
        return switch (field.name()) {
            case "value" -> day(-10, 1).toString();
            case "dutyId" ->
                state.duties().all().isEmpty()
                        ? "F5:COMPLAINANT:2"
                        : one(state.duties().all()).id();
            case "form" -> one(List.of("F4", "F5", "F6", "F7", "F8", "F9", "F10", "MESSAGE"));
            case "text" -> chance(60) ? "问：货从哪里进的？\n答：从批发市场。" : "文字";
            default -> "文字";
        };
    }

    private String code(FieldSpec field) {
        // a hearing stands at the end of the longest way: what leads there is chosen more often
        for (String onTheWay : List.of("HEARING", "NOTICE")) {
            if (chance(60)
                    && field.options().stream().anyMatch(one -> one.code().equals(onTheWay))) {
                return onTheWay;
            }
        }
        return field.options().isEmpty() ? "X" : one(field.options()).code();
    }

    private List<String> codes(FieldSpec field) {
        if (chance(35)) {
            return field.options().isEmpty()
                    ? List.of("REFUND")
                    : field.options().stream().map(FieldSpec.Option::code).toList();
        }
        return List.of(field.options().isEmpty() ? "REFUND" : code(field));
    }

    private LocalDate day(int from, int to) {
        return world.today().plusDays(random.nextInt(from, to));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    private static CaseState earlier(Entry.Received like) {
        Recorded first = new Recorded(1, like.receivedAt(), like.receivedAt(), "system", like);
        return Procedures.begin("FX-0", first);
    }

    private static List<Entry.Party> parties(Kind kind) {
        return switch (kind) {
            case COMPLAINT ->
                List.of(
                        new Entry.Party("P1", PartyRole.COMPLAINANT),
                        new Entry.Party("P2", PartyRole.COMPLAINANT),
                        new Entry.Party("P3", PartyRole.RESPONDENT));
            case REPORT -> List.of(new Entry.Party("P1", PartyRole.REPORTED));
            case CONSULTATION, SUGGESTION -> List.of(new Entry.Party("P1", PartyRole.ASKER));
        };
    }

    private static List<Actor> cast() {
        List<Actor> cast = new ArrayList<>();
        for (Role role : List.of(
                Role.HANDLER,
                Role.MEDIATOR,
                Role.REGISTRAR,
                Role.INTAKE,
                Role.INVESTIGATOR,
                Role.UNIT_HEAD,
                Role.LEADER,
                Role.ARCHIVIST,
                Role.ENTRUSTED)) {
            cast.add(TestWorld.officer("u-" + role.name().toLowerCase(Locale.ROOT), role));
        }
        cast.add(TestWorld.officer("u-all", Role.HANDLER, Role.MEDIATOR, Role.INVESTIGATOR, Role.INTAKE));
        Set<Role> city = Set.of(Role.SUPERIOR, Role.LEADER, Role.INTAKE, Role.HANDLER);
        cast.add(new Actor("u-city", "6208", city));
        cast.add(new Actor("u-neighbour", "620821", Set.of(Role.HANDLER, Role.LEADER)));
        cast.add(new Actor("u-office", "620823001", Set.of(Role.HANDLER, Role.INVESTIGATOR)));
        cast.add(Actor.party("P1", Role.COMPLAINANT));
        cast.add(Actor.party("P2", Role.COMPLAINANT));
        cast.add(Actor.party("P3", Role.RESPONDENT));
        cast.add(Actor.party("P4", Role.AGENT));
        cast.add(new Actor("reporter", "", Set.of(Role.REPORTER)));
        cast.add(Actor.SYSTEM);
        return List.copyOf(cast);
    }
}
