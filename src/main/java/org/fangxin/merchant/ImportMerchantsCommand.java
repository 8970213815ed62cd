package org.fangxin.merchant;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.fangxin.command.ProgramCommand;
import org.fangxin.sheet.UnreadableFile;
import org.springframework.stereotype.Component;

/** {@code ./fangxin import-merchants FILE}: takes in an extract of the registry and tells what became of its rows. */
@Component
class ImportMerchantsCommand implements ProgramCommand {
    private static final int WRONG_ARGUMENTS = 2;
    private static final int SHOWN = 20;
    private static final int KEPT = 10_000;
    private static final String PROGRAM = "system";

    private final ExtractImport extracts;

    ImportMerchantsCommand(ExtractImport extracts) {
        this.extracts = extracts;
    }

    @Override
    public String name() {
        return "import-merchants";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("--")) {
            out.println(help());
            return WRONG_ARGUMENTS;
        }
        Path file = Path.of(arguments.getFirst());
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            out.println("找不到文件 " + file + "，或者不能读。");
            return WRONG_ARGUMENTS;
        }
        try {
            return run(file, out);
        } catch (UnreadableFile unreadable) {
            out.println(unreadable.getMessage());
            return WRONG_ARGUMENTS;
        } catch (UncheckedIOException failed) {
            out.println("文件读不出来：" + failed.getMessage());
            return WRONG_ARGUMENTS;
        }
    }

    private int run(Path file, PrintStream out) {
        List<RowProblem> problems = new ArrayList<>();
        int[] found = {0};
        ExtractImport.Outcome outcome = extracts.run(
                () -> Files.newInputStream(file),
                PROGRAM,
                problem -> {
                    found[0]++;
                    if (problems.size() < KEPT) {
                        problems.add(problem);
                    }
                },
                so -> out.printf("已读 %,d 行%n", so.read()));
        out.printf(
                "共 %,d 行：新增 %,d，更新 %,d，没有变化 %,d，没有导入 %,d。%n",
                outcome.read(), outcome.added(), outcome.changed(), outcome.same(), outcome.left());
        problems.stream()
                .limit(SHOWN)
                .forEach(one -> out.printf("  第 %d 行，%s：%s%n", one.line(), one.column(), one.problem()));
        if (found[0] > SHOWN) {
            out.printf("  一共 %,d 处，前 %,d 处写在 %s。%n", found[0], problems.size(), written(file, problems));
        }
        return found[0] == 0 ? 0 : 1;
    }

    /** All faults as a table beside the file, or in the working folder when that one is read-only. */
    private static Path written(Path file, List<RowProblem> problems) {
        Path folder = file.toAbsolutePath().getParent();
        Path beside = (folder != null && Files.isWritable(folder)
                        ? folder
                        : Path.of("").toAbsolutePath())
                .resolve(file.getFileName() + "-问题.csv");
        try (CSVPrinter csv = new CSVPrinter(
                Files.newBufferedWriter(beside, StandardCharsets.UTF_8),
                CSVFormat.EXCEL.builder().setHeader("行", "列", "问题").get())) {
            for (RowProblem one : problems) {
                csv.printRecord(one.line(), one.column(), one.problem());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return beside;
    }
}
