package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The private namespaces in which alone faults may be made: own processes, own network, own mounts. What is killed, filled
 * or broken here is nobody else's.
 */
final class Sandbox {
    /** Names of the namespaces outside, as the script saw them before it entered. */
    static final String OUTSIDE = "FANGXIN_SAFETY_OUTSIDE";

    static final String MARKER = "FANGXIN_SAFETY_MARKER";
    static final String TOKEN = "FANGXIN_SAFETY_TOKEN";
    private static final List<String> NAMESPACES = List.of("pid", "net", "mnt");
    private static final String SCRIPT = "src/test/safety";

    private Sandbox() {}

    /** Why no fault may be made here; empty inside. */
    static Optional<String> refusal() throws IOException {
        return refusal(System.getenv(), Path.of("/proc"));
    }

    static Optional<String> refusal(Map<String, String> environment, Path proc) throws IOException {
        String outside = environment.getOrDefault(OUTSIDE, "");
        for (String one : NAMESPACES) {
            String here = Files.readSymbolicLink(proc.resolve("self/ns/" + one)).toString();
            if (outside.isBlank() || outside.contains(here)) {
                return Optional.of("这里不是专用的命名空间（" + one + "）：故障只在 ./fangxin safety 自己建立的命名空间里制造。");
            }
        }
        if (!Files.readString(proc.resolve("1/cmdline")).contains(SCRIPT)) {
            return Optional.of("一号进程不是安全实验的脚本：不在这里制造故障。");
        }
        Path marker = Path.of(environment.getOrDefault(MARKER, "/none"));
        if (!Files.exists(marker)
                || !Files.getFileStore(marker).type().equals("tmpfs")
                || !Files.readString(marker).strip().equals(environment.get(TOKEN))) {
            return Optional.of("没有安全实验的标记文件：不在这里制造故障。");
        }
        return Optional.empty();
    }
}
