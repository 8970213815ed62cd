package org.fangxin.staffing.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.staffing.AssignmentRule;
import org.fangxin.staffing.AssignmentRule.Version;
import org.fangxin.staffing.store.AssignmentStore;
import org.fangxin.staffing.store.AssignmentStore.Draft;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A unit's rule: drafted by a head, put in force by a leader, never changed once it was in force. */
@Component
public class AssignmentRules {
    private static final int LIST = 20;
    private static final int LONGEST = 500;

    /** @param inForce the unit's own, or that of the agency in whose name it acts, or the one that ships */
    public record Page(String agency, Version inForce, List<Draft> drafts, List<Version> versions) {}

    private final AssignmentStore store;
    private final RuleWords words;
    private final Agencies agencies;
    private final AuditLog audit;
    private final InstantSource clock;

    AssignmentRules(AssignmentStore store, RuleWords words, Agencies agencies, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.words = words;
        this.agencies = agencies;
        this.audit = audit;
        this.clock = clock;
    }

    /** By which a case at this unit is proposed. */
    @Transactional(readOnly = true)
    public Version forCaseOf(String unit) {
        return store.newest(unit)
                .or(() -> store.newest(agencies.actingFor(unit).code()))
                .orElse(Version.SHIPPED);
    }

    /** By which the program itself assigns what comes to this unit: only by the unit's own choice. */
    @Transactional(readOnly = true)
    public @Nullable Version automaticAt(String unit) {
        return store.newest(unit).filter(version -> version.rule().automatic()).orElse(null);
    }

    @Transactional(readOnly = true)
    public Page page(String agency) {
        if (!Scopes.current().covers(agency) || agencies.find(agency).isEmpty()) {
            throw Problem.notFound();
        }
        return new Page(agency, forCaseOf(agency), store.drafts(agency), store.versions(agency, LIST));
    }

    /** @throws Problem 404 for a unit out of sight, 422 when the rule is not whole */
    @Transactional
    public long draft(SignedIn who, String agency, AssignmentRule rule, @Nullable String reason) {
        own(who, agency);
        words.check(rule, agency);
        long id = store.add(new Draft(
                0,
                agency,
                rule,
                said(reason, "reason", "请写明为什么这样定。"),
                "OPEN",
                who.personId(),
                clock.instant(),
                null,
                null));
        audit.record("ASSIGNMENT_RULE_DRAFTED", Long.toString(id));
        return id;
    }

    /** By a leader: in force from this moment on, for cases that come from now on; or declined with the reason. */
    @Transactional
    public Page decide(SignedIn leader, long id, boolean activate, @Nullable String why) {
        Draft draft = store.hold(id).orElseThrow(Problem::notFound);
        own(leader, draft.agency());
        if (!draft.state().equals("OPEN")) {
            throw Problem.conflict("这份草案已经处理过，请刷新看看。", Map.of("state", draft.state()));
        }
        if (activate) {
            // whoever is named may have left since
            words.check(draft.rule(), draft.agency());
            store.decide(id, "ACTIVATED", leader.personId(), null, clock.instant());
            store.activate(draft, leader.personId(), clock.instant());
        } else {
            store.decide(id, "DECLINED", leader.personId(), said(why, "why", "不启用的，请写理由。"), clock.instant());
        }
        audit.record(activate ? "ASSIGNMENT_RULE_ACTIVATED" : "ASSIGNMENT_RULE_DECLINED", Long.toString(id));
        return page(draft.agency());
    }

    /** One's own unit, or one below it that acts in the same name. */
    private void own(SignedIn who, String agency) {
        boolean same = agencies.find(agency).isPresent()
                && agencies.within(agency, who.agencyCode())
                && agencies.actingFor(agency)
                        .code()
                        .equals(agencies.actingFor(who.agencyCode()).code());
        if (!same) {
            throw Problem.notFound();
        }
    }

    private static String said(@Nullable String words, String field, String missing) {
        String said = words == null ? "" : words.strip();
        if (said.length() < 2) {
            throw Problem.invalid(field, "required", missing);
        }
        if (said.length() > LONGEST) {
            throw Problem.invalid(field, "too-long", "理由最多 500 字。");
        }
        return said;
    }
}
