package org.fangxin.backup;

import java.io.PrintStream;
import java.util.List;
import org.fangxin.command.ProgramCommand;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The second half of {@code ./fangxin restore}: on the home that was put back, says what is there and looks at all of it. */
@Component
class RestoreCommand implements ProgramCommand {
    private final Restorations restorations;
    private final Backups backups;
    private final ObjectProvider<ProgramCommand> commands;

    RestoreCommand(Restorations restorations, Backups backups, ObjectProvider<ProgramCommand> commands) {
        this.restorations = restorations;
        this.backups = backups;
        this.commands = commands;
    }

    @Override
    public String name() {
        return ColdRestore.NAME;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        out.println("恢复出来的是：");
        backups.landmarks().forEach((name, value) -> out.println("  " + name + "：" + value));
        restorations.told().forEach(out::println);
        out.println("逐案核对记录链……");
        return commands.stream()
                .filter(command -> command.name().equals("verify"))
                .findFirst()
                .orElseThrow()
                .run(List.of(), out);
    }
}
