package org.fangxin.command;

import java.io.PrintStream;
import java.util.List;

/**
 * A command of {@code ./fangxin}, e.g. {@code import FILE}. A bean of any room; it works on the same database as a
 * program that is running beside it.
 */
public interface ProgramCommand {
    /** As typed: {@code import}, {@code verify}. */
    String name();

    /** What {@code --help} prints, from {@code help/NAME.txt}: what it does, its arguments, its exit codes. */
    default String help() {
        return CommandHelp.of(name()).orElseThrow();
    }

    /** Does it. Returns the exit code: 0 done, 1 done with faults that were named, 2 wrong arguments. */
    int run(List<String> arguments, PrintStream out);
}
