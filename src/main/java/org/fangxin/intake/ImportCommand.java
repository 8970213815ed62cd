package org.fangxin.intake;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fangxin.command.ProgramCommand;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.intake.internal.bulk.ImportWorker;
import org.fangxin.intake.internal.bulk.Imports;
import org.fangxin.intake.internal.bulk.OwnAgency;
import org.fangxin.intake.store.ImportRowStore;
import org.fangxin.intake.store.ImportStore;
import org.fangxin.intake.store.ImportStore.Job;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.fangxin.sheet.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code ./fangxin import FILE}: imports a CSV or Excel file and tells what became of its rows. */
@Component
class ImportCommand implements ProgramCommand {
    private static final int DONE = 0;
    private static final int WITH_FAULTS = 1;
    private static final int WRONG_ARGUMENTS = 2;
    private static final int SHOWN = 20;

    private final Imports imports;
    private final ImportWorker worker;
    private final ImportStore jobs;
    private final ImportRowStore rows;
    private final Agencies agencies;
    private final TransactionTemplate transaction;
    private final OwnAgency ownAgency;

    ImportCommand(
            Imports imports,
            ImportWorker worker,
            ImportStore jobs,
            ImportRowStore rows,
            Agencies agencies,
            OwnAgency ownAgency,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.worker = worker;
        this.jobs = jobs;
        this.rows = rows;
        this.agencies = agencies;
        this.transaction = new TransactionTemplate(transactions);
        this.ownAgency = ownAgency;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        Arguments asked = Arguments.of(arguments);
        if (asked == null) {
            out.println(help());
            return WRONG_ARGUMENTS;
        }
        if (!Files.isReadable(asked.file()) || Files.isDirectory(asked.file())) {
            out.println("找不到文件 " + asked.file() + "，或者不能读。");
            return WRONG_ARGUMENTS;
        }
        String code = asked.agency() == null ? ownAgency.code() : asked.agency();
        Optional<Agency> agency = agencies.find(code);
        if (agency.isEmpty()) {
            out.println("没有代码为 " + code + " 的机关。");
            return WRONG_ARGUMENTS;
        }
        try {
            return run(asked, agency.get(), out);
        } catch (UnreadableFile unreadable) {
            out.println(unreadable.getMessage());
            return WRONG_ARGUMENTS;
        } catch (IOException failed) {
            out.println("文件读不出来：" + failed.getMessage());
            return WRONG_ARGUMENTS;
        }
    }

    private record Arguments(Path file, @Nullable String agency, boolean dryRun) {
        static @Nullable Arguments of(List<String> given) {
            String file = null;
            String agency = null;
            boolean dryRun = false;
            for (int i = 0; i < given.size(); i++) {
                String one = given.get(i);
                if (one.equals("--dry-run")) {
                    dryRun = true;
                } else if (one.startsWith("--agency=")) {
                    agency = one.substring("--agency=".length());
                } else if (one.equals("--agency") && i + 1 < given.size()) {
                    agency = given.get(++i);
                } else if (one.startsWith("--") || file != null) {
                    return null;
                } else {
                    file = one;
                }
            }
            return file == null ? null : new Arguments(Path.of(file), agency, dryRun);
        }
    }

    private int run(Arguments asked, Agency agency, PrintStream out) throws IOException {
        String fileName = String.valueOf(asked.file().getFileName());
        Imports.Started started = imports.start(
                new Imports.Request(asked.file(), fileName, agency.code(), asked.dryRun(), null, People.SYSTEM));
        if (started.alreadyUnderWay()) {
            out.println("这个文件正在导入，编号 " + started.job().id() + "。");
            return WITH_FAULTS;
        }
        out.println("接收机关：" + agency.name() + "（" + agency.code() + "）");
        out.println("列：" + columns(started));
        started.notes().forEach(out::println);
        worker.runNow(started.job().id());
        return report(started.job().id(), out);
    }

    private static String columns(Imports.Started started) {
        return started.columns().stream()
                .map(column -> column.header() + " → " + (column.guess().isEmpty() ? "不导入" : column.guess()))
                .collect(java.util.stream.Collectors.joining("，"));
    }

    private int report(String importId, PrintStream out) {
        Job job = within(() -> jobs.find(importId).orElseThrow());
        out.printf(
                "%s %s：共 %d 行，%s %d，重复跳过 %d，出错 %d。%n",
                job.dryRun() ? "试运行" : "导入",
                job.id(),
                job.total(),
                job.dryRun() ? "可以导入" : "成功",
                job.landed(),
                job.skipped(),
                job.failed());
        if (job.fault() != null) {
            out.println(job.fault());
        }
        ImportRowStore.Page faults = within(() -> rows.page(importId, "FAILED", 0, SHOWN));
        for (ImportRowStore.Result row : faults.items()) {
            out.printf("  第 %d 行，%s：%s。%s%n", row.row(), row.column(), row.problem(), row.howToFix());
        }
        if (faults.more()) {
            out.printf(
                    "  还有 %d 行，在“批量导入”页面可以下载。%n",
                    faults.total() - faults.items().size());
        }
        boolean complete = job.state().equals("DONE") && job.failed() == 0;
        return complete ? DONE : WITH_FAULTS;
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())));
    }
}
