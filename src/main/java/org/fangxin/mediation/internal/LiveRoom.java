package org.fangxin.mediation.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fangxin.mediation.internal.RoomSight.Said;
import org.fangxin.mediation.internal.RoomSight.Sight;
import org.fangxin.mediation.internal.Viewers.Pulse;
import org.fangxin.mediation.internal.Viewers.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows a room for one watcher: looks when something was written in this instance and each second anyway, so that it does
 * not matter which instance wrote. Every look asks first whether the watcher still may.
 */
@Component
public class LiveRoom {
    private static final int MOST = 200;
    private static final long TICK = 1000;
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** Where the events go. */
    public interface Sink {
        /** @param id the cursor after which a reconnecting reader goes on, or null */
        void send(String event, @Nullable Long id, Object data) throws IOException;

        void beat() throws IOException;

        boolean open();
    }

    /** @param why ENDED, GONE when the right to look is over, AGAIN when the reader should come back */
    public record Closed(String why) {}

    private final RoomSight sight;
    private final RoomBell bell;
    private final InstantSource clock;

    LiveRoom(RoomSight sight, RoomBell bell, InstantSource clock) {
        this.sight = sight;
        this.bell = bell;
        this.clock = clock;
    }

    private record Look(
            @Nullable String closed,
            List<Said> said,
            @Nullable Sight room,
            @Nullable Pulse pulse) {
        static Look over(String why) {
            return new Look(why, List.of(), null, null);
        }
    }

    /** Until the room or the right to see it ends; a reader is sent away in time and comes back with a fresh sign-in. */
    public void follow(Viewer viewer, long after, Sink sink) throws IOException, InterruptedException {
        Watch watch = new Watch(viewer, sink, after);
        while (sink.open() && watch.goesOn()) {
            watch.rest();
        }
    }

    /** What one watcher has been told so far. */
    private final class Watch {
        private final Viewer viewer;
        private final Sink sink;
        private final Instant until = clock.instant().plus(LIFE);
        private Instant beat = clock.instant();
        private Instant full = Instant.MIN;
        private long told;
        private long rung;
        private boolean more;
        private @Nullable Pulse known;
        private @Nullable Sight shown;

        Watch(Viewer viewer, Sink sink, long after) {
            this.viewer = viewer;
            this.sink = sink;
            this.told = after;
        }

        /** Looks and tells; false once the end was told. */
        boolean goesOn() throws IOException {
            rung = bell.now();
            boolean stale = clock.instant().isAfter(full.plus(FRESH));
            Look look = look(viewer, told, stale ? null : known);
            if (look.closed() == null) {
                tell(look);
            }
            String over = look.closed() == null ? over() : look.closed();
            if (over != null) {
                sink.send("closed", null, new Closed(over));
            }
            return over == null;
        }

        private void tell(Look look) throws IOException {
            for (Said said : look.said()) {
                told = said.n();
                sink.send("line", told, said);
            }
            if (look.room() != null) {
                full = clock.instant();
                if (!look.room().equals(shown)) {
                    shown = look.room();
                    sink.send("room", null, shown);
                }
            }
            // a long history comes in several looks
            more = look.said().size() == MOST;
            known = more ? null : look.pulse();
        }

        private @Nullable String over() {
            if (shown != null && shown.state().equals("ENDED")) {
                return "ENDED";
            }
            return clock.instant().isAfter(until) ? "AGAIN" : null;
        }

        void rest() throws IOException, InterruptedException {
            if (clock.instant().isAfter(beat.plus(BEAT))) {
                beat = clock.instant();
                sink.beat();
            }
            if (!more) {
                bell.await(rung, TICK);
            }
        }
    }

    private Look look(Viewer viewer, long after, @Nullable Pulse known) {
        return viewer.within(() -> {
            if (!viewer.signedIn()) {
                // who signed in anew may come back
                return Look.over("AGAIN");
            }
            Optional<Pulse> pulse = viewer.pulse();
            if (pulse.isEmpty()) {
                return Look.over("GONE");
            }
            if (pulse.get().equals(known)) {
                return new Look(null, List.of(), null, known);
            }
            return new Look(
                    null,
                    sight.lines(viewer.seat(), after, MOST),
                    sight.of(viewer.seat(), pulse.get().room()),
                    pulse.get());
        });
    }
}
