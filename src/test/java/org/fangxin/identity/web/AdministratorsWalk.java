package org.fangxin.identity.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fangxin.database.Scope;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.Account;
import org.fangxin.identity.internal.Account.Factor;
import org.fangxin.identity.internal.OfficeInMemory;
import org.fangxin.identity.internal.ResetFactor;
import org.fangxin.identity.store.AccountsInMemory;
import org.fangxin.identity.web.PeopleController.AccountChangeRequest;
import org.fangxin.identity.web.PeopleController.AccountRolesRequest;
import org.fangxin.identity.web.PeopleController.FactorResetRequest;
import org.fangxin.identity.web.PeopleController.NewAccountRequest;
import org.fangxin.problem.Problem;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Every sequence of the administrators' calls up to a length, made in everybody's name through the program's own controller and
 * rules: a county office with one of each administrator, an officer, and one account that may be made. From each state every
 * call is tried; states that were seen are not walked twice.
 */
public final class AdministratorsWalk {
    private static final String MADE = "made-later";
    private static final List<String> ALL = List.of("system", "security", "auditor", "officer", MADE);
    private static final List<Set<Role>> GRANTS = List.of(
            Set.of(),
            Set.of(Role.HANDLER),
            Set.of(Role.SYSTEM_ADMIN),
            Set.of(Role.SECURITY_ADMIN),
            Set.of(Role.AUDITOR),
            Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN),
            Set.of(Role.SECURITY_ADMIN, Role.AUDITOR),
            Set.of(Role.SYSTEM_ADMIN, Role.AUDITOR),
            Set.of(Role.SYSTEM_ADMIN, Role.HANDLER),
            Set.of(Role.AUDITOR, Role.HANDLER));

    /** @param calls that were made @param sequences that they stand for @param breaks what was reached, and by what */
    public record Found(int depth, long states, long calls, long refused, long sequences, Map<String, String> breaks) {}

    private enum Verb {
        CREATE,
        GRANT,
        DISABLE,
        ENABLE,
        MOVE,
        RESET_PASSWORD,
        RESET_FACTOR,
        CHANGE_OWN_PASSWORD
    }

    private record Call(String actor, Verb verb, String target, Set<Role> roles) {
        @Override
        public String toString() {
            return actor + " " + verb + " " + target + (verb == Verb.GRANT ? new TreeSet<>(roles) : "");
        }
    }

    /** @param known whose password is known to whom besides its owner: by user names */
    private record State(Map<String, Account> rows, Map<String, String> known, List<Call> path) {
        String key() {
            Map<String, String> sorted = new TreeMap<>();
            rows.values()
                    .forEach(one -> sorted.put(
                            one.person().username(),
                            one.person().agencyCode()
                                    + one.person().active()
                                    + new TreeSet<>(one.person().roles())
                                    + one.mustChange()
                                    + one.factor()
                                    + known.get(one.person().username())));
            return sorted.toString();
        }
    }

    private final AccountsInMemory accounts = new AccountsInMemory();
    private final OfficeInMemory office;
    private final PeopleController controller;
    private final List<Call> calls = calls();
    private final Map<String, String> breaks = new TreeMap<>();
    private long made;
    private long refused;

    private AdministratorsWalk(Path folder, boolean selfApproval) {
        this.office = new OfficeInMemory(accounts, folder);
        this.controller = new PeopleController(
                office.staff(),
                office.list(),
                office.create(),
                office.update(),
                office.resetPassword(),
                selfApproval ? office.grantToAnybody() : office.grant(),
                office.resetFactor(),
                new Views(office.fields()));
        office.employ("system", Set.of(Role.SYSTEM_ADMIN), Factor.NONE);
        office.employ("security", Set.of(Role.SECURITY_ADMIN), Factor.IN_USE);
        office.employ("auditor", Set.of(Role.AUDITOR), Factor.NONE);
        office.employ("officer", Set.of(Role.HANDLER), Factor.IN_USE);
    }

    /** @param selfApproval the twin in which nobody looks whether somebody grants to himself */
    public static Found run(Path folder, int depth, boolean selfApproval) {
        try {
            return new AdministratorsWalk(folder, selfApproval).walk(depth);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Found walk(int depth) {
        State first = new State(accounts.state(), Map.of(), List.of());
        Set<String> seen = new HashSet<>(Set.of(first.key()));
        List<State> edge = List.of(first);
        long sequences = 0;
        for (int step = 1; step <= depth; step++) {
            List<State> next = new ArrayList<>();
            for (State state : edge) {
                for (Call call : calls) {
                    State after = after(state, call);
                    if (after != state && seen.add(after.key())) {
                        next.add(after);
                    }
                }
            }
            edge = next;
            sequences += (long) Math.pow(calls.size(), step);
        }
        return new Found(depth, seen.size(), made, refused, sequences, breaks);
    }

    /** The same state when the call was refused. */
    private State after(State state, Call call) {
        accounts.takeUp(state.rows());
        Account actor = named(state.rows(), call.actor());
        if (actor == null
                || !actor.person().active()
                || (actor.mustChange() && call.verb() != Verb.CHANGE_OWN_PASSWORD)) {
            return state;
        }
        made++;
        SecurityContextHolder.getContext().setAuthentication(new PersonAuthentication(office.signedIn(actor)));
        try {
            make(call, state.rows());
        } catch (Problem refusal) {
            refused++;
            return state;
        }
        List<Call> path = new ArrayList<>(state.path());
        path.add(call);
        State after = new State(accounts.state(), known(state, call), path);
        judge(after, call);
        return after;
    }

    private void make(Call call, Map<String, Account> rows) {
        Account target = named(rows, call.target());
        if (call.verb() == Verb.CREATE) {
            if (target != null) {
                throw Problem.invalid("username", "taken", "");
            }
            controller.create(new NewAccountRequest(MADE, "测试员", "620823", Set.of(), null));
            return;
        }
        String id = target == null ? "p-nobody" : target.person().personId();
        switch (call.verb()) {
            case GRANT -> controller.grant(id, new AccountRolesRequest(call.roles()));
            case DISABLE -> controller.update(id, new AccountChangeRequest(null, null, false, null));
            case ENABLE -> controller.update(id, new AccountChangeRequest(null, null, true, null));
            case MOVE -> controller.update(id, new AccountChangeRequest(null, "620823100", null, null));
            case RESET_PASSWORD -> controller.resetPassword(id);
            case RESET_FACTOR ->
                controller.resetSecondFactor(id, new FactorResetRequest(ResetFactor.Reason.DEVICE_LOST));
            case CHANGE_OWN_PASSWORD -> office.changeOwnPassword(id);
            case CREATE -> throw new IllegalStateException("made above");
        }
    }

    private static Map<String, String> known(State before, Call call) {
        Map<String, String> known = new TreeMap<>(before.known());
        switch (call.verb()) {
            case CREATE, RESET_PASSWORD -> known.put(call.target(), call.actor());
            case CHANGE_OWN_PASSWORD -> known.remove(call.target());
            default -> {
                // no password is told
            }
        }
        return known;
    }

    private void judge(State state, Call last) {
        boolean ownMatter = last.actor().equals(last.target()) && last.verb() != Verb.CHANGE_OWN_PASSWORD;
        if (ownMatter && (last.verb() == Verb.GRANT || last.verb() == Verb.RESET_FACTOR)) {
            breaks.putIfAbsent("somebody approved himself", state.path().toString());
        }
        for (Account one : state.rows().values()) {
            Set<Role> roles = one.person().roles();
            long administrators = roles.stream().filter(Role::isAdministrator).count();
            if (administrators > 1 || (administrators == 1 && roles.size() > 1)) {
                breaks.putIfAbsent(
                        "one person holds two of the three, or one beside a case",
                        state.path().toString());
            }
            SignedIn who = office.signedIn(one);
            if (administrators > 0 && !ScopeFilter.of(who).equals(Scope.NOTHING)) {
                breaks.putIfAbsent(
                        "an administrator's sight holds a case", state.path().toString());
            }
            if (administrators > 0 && controlsAnother(state, one)) {
                breaks.putIfAbsent(
                        "an administrator knows the password of another",
                        state.path().toString());
            }
        }
    }

    /** Whether somebody who is one of the three could sign in as this one of the three who is another. */
    private static boolean controlsAnother(State state, Account one) {
        String knower = state.known().get(one.person().username());
        Account other = knower == null ? null : named(state.rows(), knower);
        return other != null
                && other.person().roles().stream().anyMatch(Role::isAdministrator)
                && !other.person().roles().equals(one.person().roles());
    }

    private static @org.jspecify.annotations.Nullable Account named(Map<String, Account> rows, String username) {
        return rows.values().stream()
                .filter(one -> one.person().username().equals(username))
                .findFirst()
                .orElse(null);
    }

    private static List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (String actor : ALL) {
            calls.add(new Call(actor, Verb.CREATE, MADE, Set.of()));
            calls.add(new Call(actor, Verb.CHANGE_OWN_PASSWORD, actor, Set.of()));
            for (String target : ALL) {
                GRANTS.forEach(roles -> calls.add(new Call(actor, Verb.GRANT, target, roles)));
                for (Verb verb :
                        List.of(Verb.DISABLE, Verb.ENABLE, Verb.MOVE, Verb.RESET_PASSWORD, Verb.RESET_FACTOR)) {
                    calls.add(new Call(actor, verb, target, Set.of()));
                }
            }
        }
        return calls;
    }
}
