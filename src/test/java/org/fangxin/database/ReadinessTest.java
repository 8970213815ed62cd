package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a server is taken for ready, and when for one that ended; the servers here are small shell scripts. */
class ReadinessTest {
    /** As the program watches its server: the shell outlives it until its input is closed. */
    private static final String WATCH = "\"$@\" </dev/null & cat >/dev/null; kill $! 2>/dev/null; wait $!";

    @TempDir
    Path data;

    private @Nullable Process watcher;

    @AfterEach
    void nobodyStays() throws Exception {
        if (watcher != null) {
            watcher.getOutputStream().close();
            watcher.waitFor();
        }
    }

    @Test
    void waitsForAServerThatABusyMachineBeginsLate() throws Exception {
        watcher = watched("sleep 1; printf '%s\\n\\n\\n\\n\\n\\n\\nready\\n' $$ >\"$0\"; exec sleep 60");
        ProcessHandle server = Readiness.await(data, watcher);
        assertThat(server).isNotNull();
        assertThat(watcher.descendants().map(ProcessHandle::pid)).contains(server.pid());
    }

    @Test
    void knowsAServerThatEndedAlthoughItsShellLivesOn() throws Exception {
        watcher = watched("exit 1");
        assertThat(Readiness.await(data, watcher)).isNull();
        assertThat(watcher.isAlive()).isFalse();
    }

    private Process watched(String script) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", WATCH, "watch"));
        command.addAll(
                List.of("sh", "-c", script, data.resolve("postmaster.pid").toString()));
        return new ProcessBuilder(command).start();
    }
}
