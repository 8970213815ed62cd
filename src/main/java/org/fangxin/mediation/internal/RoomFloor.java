package org.fangxin.mediation.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseFiles.Glance;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Stage;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.store.RoomStore;
import org.fangxin.mediation.store.RoomStore.Room;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether one may speak in a room now: it is open, its case is being mediated, and no recusal is undecided (Art. 21). */
@Component
public class RoomFloor {
    private static final Set<Stage> MEDIATED = Set.of(Stage.ACCEPTED, Stage.MEDIATING);

    /** OPEN, RESTING until a recusal is decided, or ENDED. */
    public enum State {
        OPEN,
        RESTING,
        ENDED
    }

    private final CaseFiles cases;
    private final RoomStore rooms;
    private final InstantSource clock;

    RoomFloor(CaseFiles cases, RoomStore rooms, InstantSource clock) {
        this.cases = cases;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Where a room stands; ended when its case can no longer be seen or mediated. */
    public State state(Room room) {
        @Nullable Glance case_ = cases.glance(room.caseNo()).orElse(null);
        if (room.endedAt() != null || case_ == null || !MEDIATED.contains(case_.stage())) {
            return State.ENDED;
        }
        return case_.flags().contains(Flag.RECUSAL_PENDING) ? State.RESTING : State.OPEN;
    }

    /**
     * Takes the room for writing until the transaction ends.
     *
     * @throws Problem 409 when it is over, 422 while mediation rests
     */
    Room take(Seat seat) {
        Room room = rooms.lock(seat.roomId()).orElseThrow(Problem::notFound);
        return switch (state(room)) {
            case OPEN -> room;
            case RESTING ->
                throw Problem.forbiddenByLaw("有人申请调解人员回避，调解中止，要等回避决定。您写的还在，决定以后再发。", java.util.List.of("第二十一条"));
            case ENDED -> throw Problem.conflict("网上调解已经结束，不能再发。已经说过的还能看。", Map.of());
        };
    }

    Instant now() {
        return clock.instant();
    }
}
