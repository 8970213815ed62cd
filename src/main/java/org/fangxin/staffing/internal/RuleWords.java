package org.fangxin.staffing.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.region.Divisions;
import org.fangxin.staffing.AssignmentRule;
import org.springframework.stereotype.Component;

/** Says what is wrong with a rule before it is kept. */
@Component
class RuleWords {
    private static final Pattern MATTER = Pattern.compile("(GOODS|PROBLEM):[A-Z0-9]{2,8}");
    private static final Set<Role> WORKERS = Set.of(Role.HANDLER, Role.INVESTIGATOR);
    private static final int MOST = 100;

    private final People people;
    private final Agencies agencies;
    private final Divisions divisions;

    RuleWords(People people, Agencies agencies, Divisions divisions) {
        this.people = people;
        this.agencies = agencies;
        this.divisions = divisions;
    }

    /** @throws Problem 422 naming the row */
    void check(AssignmentRule rule, String agency) {
        if (rule.skills().size() > MOST || rule.areas().size() > MOST) {
            throw Problem.invalid("skills", "too-many", "专长和分管地方各最多 100 行。");
        }
        Set<String> seen = new HashSet<>();
        for (AssignmentRule.Skill skill : rule.skills()) {
            if (!MATTER.matcher(skill.matter()).matches()) {
                throw Problem.invalid("skills", "matter", "请给每一行专长选商品服务类别或者问题类别。");
            }
            once(seen, skill.matter(), "skills", "同一个类别写了两行，请合成一行。");
            staff(skill.persons(), agency, "skills", "每一行专长至少选一个人。");
        }
        for (AssignmentRule.Area area : rule.areas()) {
            if (divisions.find(area.region()).isEmpty()) {
                throw Problem.invalid("areas", "region", "没有这个地方。请给每一行分管地方选区划。");
            }
            once(seen, area.region(), "areas", "同一个地方写了两行，请合成一行。");
            staff(area.persons(), agency, "areas", "每一行分管地方至少选一个人。");
        }
    }

    private static void once(Set<String> seen, String key, String field, String words) {
        if (!seen.add(key)) {
            throw Problem.invalid(field, "twice", words);
        }
    }

    private void staff(List<String> persons, String agency, String field, String none) {
        if (persons.isEmpty()) {
            throw Problem.invalid(field, "persons", none);
        }
        String root = agencies.actingFor(agency).code();
        for (String id : persons) {
            Person one = people.find(id)
                    .filter(Person::active)
                    .filter(found ->
                            agencies.actingFor(found.agencyCode()).code().equals(root))
                    .orElseThrow(() -> Problem.invalid(field, "unknown", "只能选本机关（含派出机构）在职的工作人员。"));
            if (one.roles().stream().noneMatch(WORKERS::contains)) {
                throw Problem.invalid(field, "role", one.displayName() + "没有承办、核查职责，不能写进分派规则。");
            }
        }
    }
}
