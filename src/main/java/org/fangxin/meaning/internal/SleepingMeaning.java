package org.fangxin.meaning.internal;

import ai.onnxruntime.OrtException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.fangxin.meaning.Meaning;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** {@link Meaning} by the model inside: one text at a time; asleep until first asked and again when idle. */
@Component
public class SleepingMeaning implements Meaning {
    private static final Logger LOG = LoggerFactory.getLogger(SleepingMeaning.class);
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final long LOOK_MS = 60_000;

    private final boolean enabled;
    private final Path home;
    private final InstantSource clock;
    private final ReentrantLock one = new ReentrantLock();
    private @Nullable SentenceModel model;
    private Instant lastAsked = Instant.EPOCH;
    private volatile boolean broken;

    public SleepingMeaning(
            @Value("${fangxin.meaning.enabled:true}") boolean enabled,
            @Value("${fangxin.home:./var}") Path home,
            InstantSource clock) {
        this.enabled = enabled;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public boolean on() {
        return enabled && !broken;
    }

    /** Whether the model is in memory. */
    public boolean awake() {
        one.lock();
        try {
            return model != null;
        } finally {
            one.unlock();
        }
    }

    @Override
    public Optional<float[]> vector(String text) {
        if (!on() || text.isBlank()) {
            return Optional.empty();
        }
        one.lock();
        try {
            lastAsked = clock.instant();
            return Optional.of(model().vector(text));
        } catch (IOException | OrtException | LinkageError e) {
            broken = true;
            LOG.warn("The sentence model does not run on this machine; suggestions go on by words alone", e);
            return Optional.empty();
        } finally {
            one.unlock();
        }
    }

    private SentenceModel model() throws IOException, OrtException {
        SentenceModel loaded = model;
        if (loaded == null) {
            NativeFiles.lay(home);
            loaded = SentenceModel.load();
            model = loaded;
        }
        return loaded;
    }

    /** Gives the memory back when nobody asked for a while. */
    @Scheduled(fixedDelay = LOOK_MS, initialDelay = LOOK_MS)
    public void sleepWhenIdle() throws OrtException {
        one.lock();
        try {
            if (model != null && lastAsked.plus(IDLE).isBefore(clock.instant())) {
                sleep();
            }
        } finally {
            one.unlock();
        }
    }

    @PreDestroy
    void end() throws OrtException {
        one.lock();
        try {
            sleep();
        } finally {
            one.unlock();
        }
    }

    private void sleep() throws OrtException {
        SentenceModel loaded = model;
        model = null;
        if (loaded != null) {
            loaded.close();
        }
    }
}
