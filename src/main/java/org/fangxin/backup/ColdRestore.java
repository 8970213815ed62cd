package org.fangxin.backup;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fangxin.command.CommandHelp;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first half of {@code ./fangxin restore}: before anything of the program starts, for there may be no database and no
 * home yet. Reads the settings as the program does.
 */
public final class ColdRestore {
    public static final String NAME = "restore";

    /**
     * How it ended.
     *
     * @param code as of a command
     * @param home the new home, to be looked at by the program itself; empty when there is none, or no key to read it
     */
    public record Ended(int code, Optional<Path> home) {}

    /** Nothing in it: settings are read, no room is opened. */
    private static final class NoRooms {}

    private ColdRestore() {}

    public static Ended run(List<String> arguments, PrintStream out) {
        try (ConfigurableApplicationContext settings = new SpringApplicationBuilder(NoRooms.class)
                .web(WebApplicationType.NONE)
                .run()) {
            return run(arguments, settings.getEnvironment(), out);
        } catch (BackupRefused refused) {
            out.println("恢复没有做：" + refused.getMessage());
            return new Ended(1, Optional.empty());
        }
    }

    private static Ended run(List<String> arguments, Environment settings, PrintStream out) {
        Path home = Path.of(settings.getProperty("fangxin.home", "./var"))
                .toAbsolutePath()
                .normalize();
        String folder = settings.getProperty("fangxin.backup.folder", "");
        Path usual = folder.isBlank()
                ? home.resolve("backup")
                : Path.of(folder).toAbsolutePath().normalize();
        Optional<RestoreRequest> request = RestoreRequest.parse(arguments, usual, home);
        if (request.isEmpty()) {
            out.println(CommandHelp.of(NAME).orElseThrow());
            return new Ended(2, Optional.empty());
        }
        Restore restore = new Restore(JsonMapper.builder().build(), InstantSource.system(), out, null);
        if (request.get().checkOnly()) {
            restore.check(request.get());
            return new Ended(0, Optional.empty());
        }
        restore.run(request.get());
        return ended(request.get().into(), settings.getProperty("fangxin.key-file", ""), out);
    }

    /** Without the key the program would make a new one, which fits nothing. */
    private static Ended ended(Path home, String keyFile, PrintStream out) {
        Path key = keyFile.isBlank() ? home.resolve("secrets").resolve("keys.json") : Path.of(keyFile);
        out.println("数据目录做好了：" + home);
        if (Files.exists(key)) {
            return new Ended(0, Optional.of(home));
        }
        out.println("没有找到密钥文件 " + key + "，还不能核对，也不能启动。请把封存的 secrets 里的文件放进 " + home.resolve("secrets")
                + "，然后运行：FANGXIN_HOME=" + home + " ./fangxin verify");
        return new Ended(1, Optional.empty());
    }
}
