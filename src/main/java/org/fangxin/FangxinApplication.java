package org.fangxin;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.fangxin.backup.ColdRestore;
import org.fangxin.command.CommandHelp;
import org.fangxin.command.ProgramCommand;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The program: serves pages and the API, or does one command and ends. */
@SpringBootApplication
@EnableScheduling
public class FangxinApplication {
    private static final int WRONG_ARGUMENTS = 2;
    private static final int BROKEN_OFF = 3;

    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        if (arguments.length == 0 || arguments[0].startsWith("--")) {
            new SpringApplicationBuilder(FangxinApplication.class)
                    .listeners(new StartCheck())
                    .run(arguments);
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Optional<String> help = CommandHelp.of(arguments[0]);
        if (help.isEmpty()) {
            out.println("没有“" + arguments[0] + "”这个命令。./fangxin help 列出全部命令。");
            System.exit(WRONG_ARGUMENTS);
        }
        if (List.of(arguments).contains("--help")) {
            out.println(help.orElseThrow());
            return;
        }
        if (arguments[0].equals(ColdRestore.NAME)) {
            System.exit(restore(List.of(Arrays.copyOfRange(arguments, 1, arguments.length)), out));
        }
        System.exit(command(arguments[0], List.of(Arrays.copyOfRange(arguments, 1, arguments.length)), out));
    }

    /** Put back first, with nothing running; then the program itself looks at what came of it. */
    private static int restore(List<String> arguments, PrintStream out) {
        ColdRestore.Ended ended = ColdRestore.run(arguments, out);
        return ended.home()
                .map(home -> command(ColdRestore.NAME, List.of(), out, "--fangxin.home=" + home, "--fangxin.db.url="))
                .orElse(ended.code());
    }

    private static int command(String name, List<String> arguments, PrintStream out, String... settings) {
        List<String> given = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1"));
        given.addAll(List.of(settings));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(FangxinApplication.class)
                .listeners(new StartCheck())
                .properties(Map.of("fangxin.command", name))
                .run(given.toArray(String[]::new));
        ProgramCommand found = context.getBeansOfType(ProgramCommand.class).values().stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow();
        int code = run(found, arguments, out);
        return SpringApplication.exit(context, () -> code);
    }

    private static int run(ProgramCommand command, List<String> arguments, PrintStream out) {
        try {
            return command.run(arguments, out);
        } catch (RuntimeException fault) {
            // without an end of its own the program would stay, as a server that nobody asked for
            LoggerFactory.getLogger(FangxinApplication.class).error("The command {} broke off", command.name(), fault);
            out.println("这个命令中途出错，没有做完。原因见上面。");
            return BROKEN_OFF;
        }
    }
}
