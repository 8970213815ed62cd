package org.fangxin.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.fangxin.database.Scope;
import org.fangxin.database.Scope.Reports;
import org.fangxin.database.Scopes;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Substitutes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives the request the sight of whoever signed in: the agency's subtree, and reports by role (procedures of §5). */
final class ScopeFilter extends OncePerRequestFilter {
    private static final Set<Role> ALL_REPORTS = Set.of(Role.LEADER, Role.UNIT_HEAD, Role.INTAKE, Role.SUPERIOR);

    private final ObjectProvider<Substitutes> substitutes;

    ScopeFilter(ObjectProvider<Substitutes> substitutes) {
        this.substitutes = substitutes;
    }

    /** Carries a checked exception through {@link Scopes#within}. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Thrown(ServletException cause) {
            super(cause);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Scope scope = CurrentPerson.find().map(this::sight).orElse(Scope.NOTHING);
        try {
            Scopes.within(scope, () -> proceed(request, response, chain));
        } catch (Thrown thrown) {
            throw (ServletException) thrown.getCause();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** With each request anew: a substitute's sight ends in the minute in which his dates end. */
    private Scope sight(SignedIn who) {
        Scope own = of(who);
        Substitutes known = substitutes.getIfAvailable();
        boolean officer = !own.from().equals(own.to()) && who.roles().stream().anyMatch(Role.OFFICERS::contains);
        return known == null || !officer ? own : own.standingFor(known.standsFor(who.personId(), who.roles()));
    }

    /** The sight of a person: no case for the three administrators, for a merchant's people and for who holds no role. */
    static Scope of(SignedIn who) {
        boolean administrator = who.roles().stream().anyMatch(Role::isAdministrator);
        if (administrator || who.roles().isEmpty()) {
            return Scope.NOTHING;
        }
        if (who.has(Role.RESPONDENT)) {
            // no agency's range: only rows that name the person as its merchant's
            return new Scope("", "", who.personId(), Reports.NONE);
        }
        Scope scope = Scope.subtree(who.agencyCode(), who.personId(), reports(who));
        return who.has(Role.UNIT_HEAD) || who.has(Role.LEADER) ? scope.leading() : scope;
    }

    private static Reports reports(SignedIn who) {
        if (who.roles().stream().anyMatch(ALL_REPORTS::contains)) {
            return Reports.ALL;
        }
        return who.has(Role.INVESTIGATOR) ? Reports.OWN : Reports.NONE;
    }

    private static void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ServletException failed) {
            throw new Thrown(failed);
        }
    }
}
