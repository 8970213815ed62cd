package org.fangxin.backup;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.fangxin.command.ProgramCommand;
import org.fangxin.database.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ./fangxin backup}: beside a running program or alone. */
@Component
class BackupCommand implements ProgramCommand {
    private static final double NS = 1e9;

    private final EmbeddedDatabase database;
    private final Backups backups;

    BackupCommand(EmbeddedDatabase database, Backups backups) {
        this.database = database;
        this.backups = backups;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        boolean to = arguments.size() == 2 && arguments.getFirst().equals("--to");
        if (!arguments.isEmpty() && !to) {
            out.println(help());
            return 2;
        }
        if (!database.inside()) {
            out.println("用的是单位自己的 PostgreSQL：请用它自己的备份工具，见 docs/runbooks/external-postgresql.zh-CN.md。");
            return 1;
        }
        return make(to ? Path.of(arguments.getLast()) : null, out);
    }

    private int make(@Nullable Path elsewhere, PrintStream out) {
        long begun = System.nanoTime();
        out.println("开始备份。程序可以照常使用。");
        try {
            Backups.Made made = backups.make(elsewhere, out);
            say(made, (System.nanoTime() - begun) / NS, out);
            out.println(
                    elsewhere == null && database.archive().on()
                            ? "此后的每一笔，一分钟之内归档到 " + database.archive().root().resolve("wal") + "。"
                            : "这份备份只能恢复到它做完的时刻：之后的日志不在这个目录里。");
            return 0;
        } catch (BackupRefused refused) {
            out.println("备份没有做成：" + refused.getMessage());
            return 1;
        }
    }

    private static void say(Backups.Made made, double seconds, PrintStream out) {
        Manifest manifest = made.base().manifest();
        out.printf(
                "备份做好了：%s%n数据库 %s（%d 个文件），证据文件 %s（%d 个），用时 %.1f 秒。%n",
                made.base().folder(),
                Disk.size(manifest.bytes()),
                manifest.files().size(),
                Disk.size(manifest.attachedBytes()),
                manifest.attachments().size(),
                seconds);
        manifest.landmarks().forEach((name, value) -> out.println(name + "：" + value));
        if (made.gone() > 0) {
            out.printf("删掉了 %d 份更早的备份，以及只有它们用得着的日志。%n", made.gone());
        }
        out.println("密钥不在备份里：数据目录的 secrets 要另外封存（keys.json、reporter-key.txt 等），没有它恢复出来也读不了个人信息。");
    }
}
