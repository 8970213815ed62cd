package org.fangxin.casefile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.identity.Role;

/**
 * The course of one case as the procedure's tables (1.3 to 1.8) tell it, written from them and not from the program: what an act
 * leads to, who has to approve it, and how a case may change hands. It knows the acts that stood, and never reads the case.
 */
final class CourseModel {
    /** LEADER✔ in the tables. */
    private static final Set<Act> LEADERS = Set.of(
            Act.EXTEND,
            Act.FILE,
            Act.DECLINE_FILING,
            Act.EXTEND_DECISION,
            Act.SUSPEND_CASE,
            Act.RESUME_CASE,
            Act.TERMINATE_INVESTIGATION,
            Act.DECIDE_CASE,
            Act.CLOSE_CASE,
            Act.TRANSFER,
            Act.REWARD,
            Act.ASK_SUPERIOR,
            Act.DECIDE_RECUSAL,
            Act.REVOKE_DECISION);

    /** The acts of one role alone that decide the case or move it. */
    private static final Map<Act, Role> ONLY = Map.of(
            Act.ACCEPT, Role.HANDLER,
            Act.REFUSE, Role.HANDLER,
            Act.TERMINATE_MEDIATION, Role.HANDLER,
            Act.VERIFY, Role.INVESTIGATOR,
            Act.DISTRIBUTE, Role.INTAKE);

    private static final int COUNTY = 6;
    private static final int MOST_RETURNS = 2;

    /** Who sent it here, and whether within one agency. */
    private record Hop(String sender, boolean inside) {}

    private final Kind kind;
    private final boolean transferredHere;
    private final Deque<Hop> hops = new ArrayDeque<>();
    private final Set<String> recused = new HashSet<>();
    private final Map<String, Boolean> wants =
            new java.util.HashMap<>(Map.of("COMPLAINANT", true, "RESPONDENT", false));
    private Stage stage;
    private String holder;
    private boolean held;
    private int returns;

    CourseModel(CaseState begun) {
        kind = begun.kind();
        stage = begun.stage();
        holder = begun.agency();
        transferredHere = begun.report().source().equals("TRANSFERRED");
    }

    Stage stage() {
        return stage;
    }

    /** The row of the tables that an act with this form is judged by, empty for the act's only one. */
    static String variant(Command command) {
        String field = command.act() == Act.TRANSFER ? "target" : command.act() == Act.SERVE_PAPER ? "paper" : "";
        return field.isEmpty() ? "" : command.fields().text(field).orElse("");
    }

    /**
     * Whether the tables have the act here; empty where they leave it to the form, to another case or to what was told: a refusal
     * that nobody was told of is open, and can still be assigned; whose own case is to join has to be where that can be.
     */
    Optional<Boolean> allows(CourseTables tables, Command command) {
        boolean another = command.fields().has("joining");
        if (another || (command.act() == Act.ASSIGN && stage == Stage.REFUSED)) {
            return Optional.empty();
        }
        boolean tooEarly =
                command.act() == Act.SETTLE && stage == Stage.RECEIVED && CourseSteps.settles(stage, command, held);
        return tables.allowed(kind, command.act(), variant(command), stage).map(allowed -> allowed && !tooEarly);
    }

    /** Whether the law asks for a leader who neither acts nor has signed. */
    boolean unapproved(Command command, World world) {
        if (!LEADERS.contains(command.act()) || command.actor().has(Role.LEADER)) {
            return false;
        }
        return command.fields()
                .object("approval")
                .filter(paper -> paper.has("by") && paper.has("on"))
                .filter(paper -> paper.has("paperNo") || command.fields().has("paperNo"))
                .flatMap(paper -> paper.text("by"))
                .filter(by -> world.officer().apply(by).stream().allMatch(one -> one.has(Role.LEADER)))
                .isEmpty();
    }

    /** Whether the case would change hands by a way that the law closes (Art. 41, PP 14, 17). */
    boolean movesOfItself(Command command) {
        Fields form = command.fields();
        return switch (command.act()) {
            case DISTRIBUTE ->
                atUnit()
                        || form.text("to")
                                .filter(to -> !to.startsWith(county(holder)))
                                .isPresent();
            case RETURN ->
                hops.isEmpty()
                        || returns >= MOST_RETURNS
                        || form.text("to")
                                .filter(to -> !to.equals(hops.peek().sender()))
                                .isPresent();
            case TRANSFER -> transfersOfItself(variant(command));
            default -> false;
        };
    }

    private boolean transfersOfItself(String target) {
        return switch (target) {
            case "MARKET_AGENCY" -> kind != Kind.REPORT || stage != Stage.FILED || transferredHere;
            case "OTHER_DEPARTMENT" -> kind != Kind.REPORT || stage != Stage.FILED;
            case "JUDICIARY" -> kind != Kind.REPORT || (stage != Stage.FILED && stage != Stage.VERIFYING);
            default -> false;
        };
    }

    /** Whether somebody acts who may not: recused (Art. 21), or not of the one role that decides this. */
    boolean notHis(Command command) {
        Role only = ONLY.get(command.act());
        return recused.contains(command.actor().id())
                || (only != null && !command.actor().has(only));
    }

    /** The act stood: where the case is now. */
    void follow(Command command, CaseState before) {
        Fields form = command.fields();
        switch (command.act()) {
            case RECORD_CONSENT -> {
                wants.put(side(command, before), form.text("consent").orElse("").equals("YES"));
                mediates();
            }
            case HOLD_MEDIATION -> attended(form);
            case RECUSE_SELF -> recused.add(command.actor().id());
            case DISTRIBUTE, RETURN, TAKE_UP, DECIDE_ASK, AGREE_DISPUTE, DESIGNATE -> moved(command);
            default -> {}
        }
        stage = CourseSteps.after(kind, stage, command, held);
    }

    /** Its complainants joined those of another case (Art. 12). */
    void joined() {
        stage = Stage.MERGED;
    }

    private void mediates() {
        if (stage == Stage.ACCEPTED && wants.get("COMPLAINANT") && wants.get("RESPONDENT")) {
            stage = Stage.MEDIATING;
        }
    }

    private static String side(Command command, CaseState before) {
        if (command.actor().has(Role.RESPONDENT)) {
            return "RESPONDENT";
        }
        if (command.actor().has(Role.COMPLAINANT) || command.actor().has(Role.AGENT)) {
            return "COMPLAINANT";
        }
        String named = command.fields().text("party").orElse("");
        boolean respondent = named.equals("RESPONDENT") || before.parties().get(named) == PartyRole.RESPONDENT;
        return respondent ? "RESPONDENT" : "COMPLAINANT";
    }

    /** Who comes and does not object, consents; who is not said to be away, came. */
    private void attended(Fields form) {
        held = true;
        for (String side : wants.keySet().stream().toList()) {
            boolean came = form.strings("present").isEmpty()
                    ? !form.strings("absent").contains(side)
                    : form.strings("present").contains(side);
            if (came && !form.strings("objected").contains(side)) {
                wants.put(side, true);
            }
        }
        mediates();
    }

    private void moved(Command command) {
        Fields form = command.fields();
        switch (command.act()) {
            case DISTRIBUTE -> {
                String to = form.text("to").orElse(holder);
                boolean inside = county(to).equals(county(holder));
                hops.push(new Hop(holder, inside));
                holder = inside ? to : county(to);
            }
            case RETURN -> {
                holder = hops.pop().sender();
                returns++;
            }
            case TAKE_UP -> settled(command.actor().agency());
            case DECIDE_ASK -> {
                if (form.text("decision").orElse("").equals("TAKEN")) {
                    settled(command.actor().agency());
                }
            }
            default ->
                form.text("holder")
                        .map(CourseModel::county)
                        .filter(to -> !to.equals(county(holder)))
                        .ifPresent(this::received);
        }
    }

    /** Another agency has it by agreement or designation: received there, its periods begin (1.8). */
    private void received(String agency) {
        settled(agency);
        stage = Stage.RECEIVED;
    }

    private void settled(String agency) {
        holder = agency;
        hops.clear();
    }

    private boolean atUnit() {
        return !hops.isEmpty() && hops.peek().inside();
    }

    /** The agency in whose name an office acts (Art. 30); a city's own code stays. */
    private static String county(String code) {
        return code.length() > COUNTY ? code.substring(0, COUNTY) : code;
    }
}
