package org.fangxin.casefile;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Hears each act that was asked of one case and each answer, and tells where the reference model would have it otherwise. */
final class CourseWitness {
    private final CourseTables tables;
    private final BiConsumer<String, String> broken;
    private @Nullable CourseModel model;
    private @Nullable Act last;
    private long stood;
    private long judged;

    /** @param broken hears what differs, and where */
    CourseWitness(CourseTables tables, BiConsumer<String, String> broken) {
        this.tables = tables;
        this.broken = broken;
    }

    /** Acts that were taken. */
    long stood() {
        return stood;
    }

    /** Refusals for the stage that both agreed on. */
    long judged() {
        return judged;
    }

    void hear(CaseState state, Command command, World world, Decision decision) {
        CourseModel beside = stands(state);
        boolean taken = decision instanceof Decision.Taken;
        boolean forStage = decision instanceof Decision.Refused no && no.code().equals("STAGE");
        beside.allows(tables, command).ifPresent(allowed -> compare(command, beside.stage(), allowed, taken, forStage));
        if (taken) {
            stood++;
            judge(beside, command, world);
            beside.follow(command, state);
            last = command.act();
        }
    }

    /** Its people went into a joint complaint by an act on that one: this one ends as merged. */
    void joined(CaseState state) {
        stands(state).joined();
    }

    private void compare(Command command, Stage stage, boolean allowed, boolean taken, boolean forStage) {
        if (taken && !allowed) {
            broken.accept("an act the stage forbids", command.act() + " in " + stage);
        }
        if (forStage && allowed) {
            broken.accept("refused for a stage that allows it", command.act() + " in " + stage);
        }
        if (forStage && !allowed) {
            judged++;
        }
    }

    private void judge(CourseModel beside, Command command, World world) {
        String where = command.act() + " in " + beside.stage();
        if (beside.unapproved(command, world)) {
            broken.accept("an approval was skipped", where);
        }
        if (beside.movesOfItself(command)) {
            broken.accept("a case was passed on of one's own motion", where);
        }
        if (beside.notHis(command)) {
            broken.accept("somebody acted who may not", where);
        }
    }

    /** The case is where the model has it. */
    CourseModel stands(CaseState state) {
        CourseModel beside = model == null ? new CourseModel(state) : model;
        if (beside.stage() != state.stage()) {
            broken.accept(
                    "another stage than the model's", state.stage() + " not " + beside.stage() + " after " + last);
            beside = new CourseModel(state);
        }
        model = beside;
        return beside;
    }
}
