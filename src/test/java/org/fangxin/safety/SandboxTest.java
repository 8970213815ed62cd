package org.fangxin.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No fault is made outside the namespaces that were made for it. */
class SandboxTest {
    @TempDir
    Path proc;

    @Test
    void refusesWhereNothingWasSetUp() throws Exception {
        assertThat(Sandbox.refusal()).hasValueSatisfying(why -> assertThat(why).contains("专用的命名空间"));
    }

    @Test
    void refusesInTheNamespacesFromWhichItWasCalled() throws Exception {
        proc("pid:[7]", "net:[2]", "mnt:[3]", "bash src/test/safety --inside");
        assertThat(Sandbox.refusal(Map.of(Sandbox.OUTSIDE, "pid:[1] net:[2] mnt:[9]"), proc))
                .hasValueSatisfying(why -> assertThat(why).contains("net"));
    }

    @Test
    void refusesUnderAnotherFirstProcessAndWithoutTheMarker() throws Exception {
        proc("pid:[7]", "net:[8]", "mnt:[9]", "/sbin/init");
        Map<String, String> outside = Map.of(Sandbox.OUTSIDE, "pid:[1] net:[2] mnt:[3]");
        assertThat(Sandbox.refusal(outside, proc))
                .hasValueSatisfying(why -> assertThat(why).contains("一号进程"));
        Files.writeString(proc.resolve("1/cmdline"), "bash src/test/safety --inside");
        assertThat(Sandbox.refusal(outside, proc))
                .hasValueSatisfying(why -> assertThat(why).contains("标记文件"));
    }

    private void proc(String pid, String net, String mnt, String first) throws IOException {
        Path ns = Files.createDirectories(proc.resolve("self/ns"));
        Files.createSymbolicLink(ns.resolve("pid"), Path.of(pid));
        Files.createSymbolicLink(ns.resolve("net"), Path.of(net));
        Files.createSymbolicLink(ns.resolve("mnt"), Path.of(mnt));
        Files.writeString(Files.createDirectories(proc.resolve("1")).resolve("cmdline"), first);
    }
}
