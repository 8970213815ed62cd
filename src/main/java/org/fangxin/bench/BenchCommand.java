package org.fangxin.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.command.ProgramCommand;
import org.springframework.stereotype.Component;

/** {@code ./fangxin bench WHAT}: measures in a database of its own, which {@code fill} fills before. */
@Component
class BenchCommand implements ProgramCommand {
    private static final int WRONG_ARGUMENTS = 2;
    private static final String FILL = "fill";

    private final Map<String, Bench> benches;
    private final MerchantBench merchants;
    private final InventedDatabase database;
    private final RoomToFill room;
    private final Results results;

    /** One thing that is measured on what is there. */
    interface Bench {
        void run(PrintStream out);
    }

    BenchCommand(
            MerchantBench merchants,
            SearchBench search,
            IntakeBench intake,
            DeskBench desk,
            InventedDatabase database,
            RoomToFill room,
            Results results) {
        this.benches = Map.of("search", search, "intake", intake, "desk", desk);
        this.merchants = merchants;
        this.database = database;
        this.room = room;
        this.results = results;
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        String what = arguments.isEmpty() ? "" : arguments.getFirst();
        String rows = arguments.size() > 1 ? arguments.get(1) : "";
        Bench bench = benches.get(what);
        if (bench != null && arguments.size() == 1) {
            bench.run(out);
            return 0;
        }
        if (arguments.size() > 2 || !List.of(FILL, "merchants").contains(what)) {
            out.println(help());
            return WRONG_ARGUMENTS;
        }
        if (!rows.matches("[1-9]\\d{2,7}")) {
            out.println("行数应当是 100 到 99999999 的整数。");
            return WRONG_ARGUMENTS;
        }
        if (what.equals(FILL)) {
            Optional<String> refusal = room.refusal(Integer.parseInt(rows));
            if (refusal.isPresent()) {
                out.println(refusal.get());
                return WRONG_ARGUMENTS;
            }
            results.write("fill-" + rows, database.fill(Integer.parseInt(rows), out), out);
        } else {
            merchants.run(Integer.parseInt(rows), out);
        }
        return 0;
    }
}
