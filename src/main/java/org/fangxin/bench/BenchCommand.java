package org.fangxin.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.fangxin.command.ProgramCommand;
import org.springframework.stereotype.Component;

/** {@code ./fangxin bench WHAT}: fills a database of its own and measures. */
@Component
class BenchCommand implements ProgramCommand {
    private static final int WRONG_ARGUMENTS = 2;

    private final Map<String, Bench> benches;

    /** One thing that is measured. */
    interface Bench {
        int usualRows();

        void run(int rows, PrintStream out);
    }

    BenchCommand(MerchantBench merchants, SearchBench search, IntakeBench intake) {
        this.benches = Map.of("merchants", merchants, "search", search, "intake", intake);
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        Bench bench = arguments.isEmpty() ? null : benches.get(arguments.getFirst());
        if (bench == null || arguments.size() > 2) {
            out.println(help());
            return WRONG_ARGUMENTS;
        }
        int rows = bench.usualRows();
        if (arguments.size() == 2) {
            if (!arguments.get(1).matches("[1-9]\\d{2,7}")) {
                out.println("行数应当是 100 到 99999999 的整数。");
                return WRONG_ARGUMENTS;
            }
            rows = Integer.parseInt(arguments.get(1));
        }
        bench.run(rows, out);
        return 0;
    }
}
