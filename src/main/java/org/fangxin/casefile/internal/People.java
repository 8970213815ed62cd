package org.fangxin.casefile.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.World;
import org.fangxin.identity.Role;

/** Officers named in an act: they exist, hold office in the agency that has the case, and are not recused. */
final class People {
    private static final Set<Role> OFFICERS = Set.of(
            Role.REGISTRAR, Role.INTAKE, Role.HANDLER, Role.MEDIATOR, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER);

    private People() {}

    /** The persons under the first of these names that is given, without repetitions. */
    static List<String> named(Command command, String... names) {
        return Stream.of(names)
                .map(name -> command.fields().strings(name))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .map(list -> List.copyOf(new LinkedHashSet<>(list)))
                .orElse(List.of());
    }

    /** The refusal when one of them is recused from this case (Art. 21). */
    static Optional<Decision.Refused> recused(List<String> persons, CaseState state) {
        return persons.stream().anyMatch(state.recused()::contains)
                ? Optional.of(Decision.refused("RECUSED", "其中有人已回避本案，请换人。", "第二十一条"))
                : Optional.empty();
    }

    /**
     * Faulty when one of them is unknown, holds no office, or belongs to another agency than the holder. Who acts himself
     * or has been assigned before is not asked again.
     */
    static List<String> ofHolder(List<String> persons, String field, CaseState state, Command command, World world) {
        String root = world.agencies().actingFor(state.agency()).code();
        for (String person : persons) {
            if (person.equals(command.actor().id()) || state.handlers().contains(person)) {
                continue;
            }
            Actor found = world.officer()
                    .apply(person)
                    .orElseThrow(() -> new Fields.Faulty(field, "unknown", "没有这位工作人员，或者账号已停用。"));
            if (!world.agencies().within(found.agency(), root)) {
                throw new Fields.Faulty(field, "agency", "只能选本机关（含派出机构）的工作人员。");
            }
            if (found.roles().stream().noneMatch(OFFICERS::contains)) {
                throw new Fields.Faulty(field, "role", "这位人员没有办案职责，不能选。");
            }
        }
        return persons;
    }
}
