package org.fangxin.mediation.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fangxin.mediation.internal.LiveRoom;
import org.fangxin.mediation.internal.RoomBell;
import org.fangxin.mediation.internal.Viewers.Viewer;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events of rooms: one virtual thread a stream, so many in all and so many for one person at most. */
@Component
class LiveStreams implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final int MOST = 300;
    private static final int MOST_EACH = 4;
    private static final int RETRY_AFTER = 10;

    private final LiveRoom live;
    private final RoomBell bell;
    private final Map<String, Integer> open = new HashMap<>();
    private int all;
    private volatile boolean closing;

    LiveStreams(LiveRoom live, RoomBell bell) {
        this.live = live;
        this.bell = bell;
    }

    /**
     * @param owner who reads; nothing secret
     * @throws Problem 429 when there are too many
     */
    SseEmitter open(String owner, Viewer viewer, long after) {
        enter(owner);
        SseEmitter emitter = new SseEmitter(0L);
        Stream stream = new Stream(emitter);
        emitter.onCompletion(stream::close);
        emitter.onTimeout(stream::close);
        emitter.onError(broken -> stream.close());
        Thread.ofVirtual().name("mediation-room").start(() -> run(owner, viewer, after, stream));
        return emitter;
    }

    private void run(String owner, Viewer viewer, long after, Stream stream) {
        try {
            live.follow(viewer, after, stream);
            stream.emitter.complete();
        } catch (IOException gone) {
            // the reader went away: the stream is over
            stream.emitter.completeWithError(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stream.emitter.complete();
        } catch (RuntimeException broken) {
            LOG.warn("A room's stream ended: {}", broken.getClass().getSimpleName());
            stream.emitter.complete();
        } finally {
            stream.close();
            leave(owner);
        }
    }

    private synchronized void enter(String owner) {
        int own = open.getOrDefault(owner, 0);
        if (closing || all >= MOST || own >= MOST_EACH) {
            throw new Problem(
                    429,
                    "too-many-streams",
                    "连接太多",
                    "打开的页面太多，请关掉别的页面再试。",
                    List.of(),
                    Map.of(Problem.RETRY_AFTER, RETRY_AFTER));
        }
        open.put(owner, own + 1);
        all++;
    }

    private synchronized void leave(String owner) {
        open.merge(owner, -1, Integer::sum);
        open.values().removeIf(count -> count <= 0);
        all--;
    }

    /** Before the server waits for its requests to end. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closing = true;
        bell.ring();
    }

    private final class Stream implements LiveRoom.Sink {
        private final SseEmitter emitter;
        private final AtomicBoolean closed = new AtomicBoolean();

        Stream(SseEmitter emitter) {
            this.emitter = emitter;
        }

        @Override
        public void send(String event, @Nullable Long id, Object data) throws IOException {
            SseEmitter.SseEventBuilder builder = SseEmitter.event().name(event).data(data, MediaType.APPLICATION_JSON);
            if (id != null) {
                builder.id(String.valueOf(id));
            }
            emitter.send(builder);
        }

        @Override
        public void beat() throws IOException {
            emitter.send(SseEmitter.event().comment("beat"));
        }

        @Override
        public boolean open() {
            return !closing && !closed.get();
        }

        void close() {
            if (!closed.getAndSet(true)) {
                bell.ring();
            }
        }
    }
}
