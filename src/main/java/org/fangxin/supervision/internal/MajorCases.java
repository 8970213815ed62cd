package org.fangxin.supervision.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.database.Scopes;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.fangxin.supervision.store.MajorStore;
import org.fangxin.supervision.store.MajorStore.Major;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The library 大要案库: proposed by a person or by rule, entered by a leader who did not propose it. */
@Component
public class MajorCases {
    private static final Set<String> CRITERIA = Set.of("AMOUNT", "VICTIMS", "AGENCIES", "HARM", "MEDIA");
    private static final int LONGEST = 1000;

    private final MajorStore store;
    private final CaseFiles cases;
    private final Agencies agencies;
    private final InstantSource clock;

    MajorCases(MajorStore store, CaseFiles cases, Agencies agencies, InstantSource clock) {
        this.store = store;
        this.cases = cases;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** The thresholds that hold for an agency: the nation's, over them those of each agency down to it. */
    @Transactional(readOnly = true)
    public Map<String, Integer> criteria(String agency) {
        List<String> line = new ArrayList<>();
        Optional<Agency> one = agencies.find(agency);
        while (one.isPresent()) {
            line.addFirst(one.get().code());
            one = agencies.superior(one.get().code());
        }
        Map<String, Integer> criteria = new TreeMap<>(store.criteria("00"));
        line.forEach(code -> criteria.putAll(store.criteria(code)));
        return criteria;
    }

    @Transactional
    public void criterion(SignedIn who, String code, int threshold) {
        known(List.of(code));
        if (threshold < 1 || threshold > 1_000_000_000) {
            throw Problem.invalid("threshold", "range", "请填 1 到 10 亿之间的整数。");
        }
        if (!Scopes.current().covers(who.agencyCode())) {
            throw Problem.notFound();
        }
        store.criterion(who.agencyCode(), code, threshold, who.personId(), clock.instant());
    }

    @Transactional
    public void propose(SignedIn who, String caseNo, List<String> criteria, String reason) {
        if (cases.find(caseNo).isEmpty()) {
            throw Problem.notFound();
        }
        known(criteria);
        words(reason, "reason");
        if (!store.propose(caseNo, criteria, reason, who.personId(), clock.instant())) {
            throw Problem.conflict("这件已经提请过列入大要案库。", Map.of());
        }
    }

    /** A leader's; never of what he proposed himself. */
    @Transactional
    public void decide(SignedIn who, long id, boolean enter, String why) {
        Major major = find(id);
        if (major.proposedBy().equals(who.personId())) {
            throw Problem.invalid("enter", "same-person", "提请的人不能自己决定，请另一位负责人决定。");
        }
        words(why, "reason");
        if (!store.decide(id, enter, why, who.personId(), clock.instant())) {
            throw Problem.conflict("这件已经有决定。", Map.of());
        }
    }

    @Transactional(readOnly = true)
    public List<Major> list(String state) {
        return store.list(state, 200);
    }

    @Transactional(readOnly = true)
    public Major find(long id) {
        return store.find(id).orElseThrow(Problem::notFound);
    }

    static void words(String text, String field) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw Problem.invalid(field, "required", "请写明理由或者情况，1000 字以内，不写举报人的任何信息。");
        }
    }

    private static void known(List<String> criteria) {
        if (criteria.isEmpty() || !CRITERIA.containsAll(criteria)) {
            throw Problem.invalid("criteria", "not-an-option", "请选符合哪一条标准：金额、人数、跨地区、人身伤害、媒体关注。");
        }
    }
}
