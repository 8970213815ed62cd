package org.fangxin.casefile.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.World;

/** Dates that a decision depends on. */
final class Due {
    private Due() {}

    /** The last day of the open clock of a rule; empty without one or while a pause holds it. */
    static Optional<LocalDate> on(CaseState state, String rule, World world) {
        return state.clocks()
                .open(rule)
                .flatMap(
                        clock -> Optional.ofNullable(clock.due(world.statutes()).dueOn()));
    }

    /** Whether the act took place after the last day of the open clock. */
    static boolean missed(CaseState state, String rule, Command command, World world) {
        LocalDate acted = command.occurredAt().atZone(Fields.ZONE).toLocalDate();
        return on(state, rule, world).filter(acted::isAfter).isPresent();
    }
}
