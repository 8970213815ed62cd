package org.fangxin.safety;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * R3: database, its log, evidence files, keys and checkpoints lie on one disk whose power is cut while people submit; then
 * everything that ran is gone, and the program begins again on what really reached the disk.
 */
final class PowerCut implements Experiment {
    private static final int CLIENTS = 16;
    /** So many that every client has handed in a file. */
    private static final int TAKEN = CLIENTS * 7;

    private static final double EARLIEST = 0.2;
    private static final double LATEST = 2.5;
    private static final double NANOS = 1e9;

    /** Every transaction that writes answers before its log is on disk; the program's look at its start sees nothing of it. */
    private static final String[] HASTY = {
        "alter system set wal_writer_delay = '10s'",
        "alter system set wal_writer_flush_after = '1GB'",
        "select pg_reload_conf()",
        """
        create function public.hasty() returns trigger language plpgsql as $$
        begin perform set_config('synchronous_commit', 'off', true); return null; end $$""",
        """
        do $$ declare one text; begin
          for one in select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                      where c.relkind in ('r', 'p') and not c.relispartition
                        and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' loop
            execute 'create trigger hasty before insert or update or delete on ' || one
                    || ' for each statement execute function public.hasty()';
          end loop; end $$"""
    };

    @Override
    public String id() {
        return "R3";
    }

    @Override
    public String promise() {
        return "断电：磁盘缓存里没有写下去的全部丢掉，程序和数据库同时消失；已确认的来件和附件（SM3）一件不丢、不重，再来电自己恢复";
    }

    @Override
    public String plant() {
        return "事务不等日志落盘（触发器改 synchronous_commit），一个附件和它的目录写的时候都没有 fsync";
    }

    @Override
    public int usualRounds() {
        return 5;
    }

    @Override
    public String unit() {
        return "power cuts";
    }

    @Override
    public Optional<String> missing() throws IOException {
        return PowerDisk.missing();
    }

    /** Begins on an empty disk: that the first start is on it is the program's work too. */
    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, setting.rounds(), false);
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        Outcome found = run(setting, 1, true);
        boolean both = found.breaks().containsKey("acknowledged and lost")
                && found.breaks().keySet().stream().anyMatch(what -> what.startsWith("file missing"));
        return both ? found : new Outcome(1, found.figures(), Map.of());
    }

    private static Outcome run(Setting setting, int rounds, boolean plant) throws Exception {
        String name = plant ? "r3-control" : "r3";
        Home home = Home.fresh(setting.work(), name);
        Files.deleteIfExists(setting.work().resolve(name + "-ledger"));
        try (PowerDisk disk = new PowerDisk(setting.work().resolve(name + "-disk"), home.path());
                Ledger ledger = new Ledger(setting.work().resolve(name + "-ledger"))) {
            disk.plug();
            if (plant) {
                Command.run("cp", "-a", setting.template() + "/.", home.path().toString());
                disk.shutDown();
                disk.plug();
            }
            return new Run(home, disk, ledger, new Random(setting.seed())).run(rounds, plant);
        }
    }

    /** One disk with what happens to it. */
    private static final class Run {
        private final Home home;
        private final PowerDisk disk;
        private final Ledger ledger;
        private final Random random;
        private final Verdict verdict;
        private final List<Double> ready = new ArrayList<>();
        private Program program;

        Run(Home home, PowerDisk disk, Ledger ledger, Random random) throws IOException {
            this.home = home;
            this.disk = disk;
            this.ledger = ledger;
            this.random = random;
            this.verdict = new Verdict(home);
            this.program = Program.start(home);
        }

        Outcome run(int rounds, boolean plant) throws Exception {
            try {
                program.awaitReady();
                if (plant) {
                    home.run(HASTY);
                }
                for (int round = 0; round < rounds; round++) {
                    cutUnderLoad("r3-" + round, plant);
                    if (!comesBack()) {
                        return new Outcome(round + 1, figures(), verdict.breaks());
                    }
                }
                verdict.hold(ledger);
                verdict.relations();
                verdict.chains();
                return new Outcome(rounds, figures(), verdict.breaks());
            } finally {
                program.close();
            }
        }

        private boolean comesBack() throws IOException {
            program = Program.start(home);
            try {
                ready.add(program.awaitReady().toMillis() / 1000.0);
                return true;
            } catch (IOException neverReady) {
                verdict.broken("the program does not come back", String.valueOf(neverReady.getMessage()));
                return false;
            }
        }

        private void cutUnderLoad(String name, boolean plant) throws Exception {
            List<ProcessHandle> servers = home.servers();
            Crowd crowd = new Crowd(ledger, name);
            crowd.start(CLIENTS);
            crowd.awaitTaken(TAKEN);
            LockSupport.parkNanos((long) ((EARLIEST + random.nextDouble() * (LATEST - EARLIEST)) * NANOS));
            if (plant) {
                writeAgainWithoutWaiting(home, ledger);
            }
            disk.cut();
            List<ProcessHandle> gone = new ArrayList<>(servers);
            servers.forEach(server -> gone.addAll(server.descendants().toList()));
            for (ProcessHandle one : gone) {
                home.record(one);
            }
            program.kill();
            gone.forEach(ProcessHandle::destroyForcibly);
            crowd.leave();
            for (ProcessHandle one : gone) {
                one.onExit().join();
            }
            disk.unplug();
            disk.plug();
        }

        private Map<String, Object> figures() throws IOException {
            Map<String, Object> figures = new LinkedHashMap<>(ProgramKilled.figures(ledger, verdict, ready));
            figures.put(
                    "acknowledgedWithAFile",
                    ledger.read().values().stream()
                            .filter(line -> line.acknowledged() && line.form.attachment() != null)
                            .count());
            return figures;
        }
    }

    /** An acknowledged file as a careless program would have left it: taken from the disk, and written again without waiting. */
    private static void writeAgainWithoutWaiting(Home home, Ledger ledger) throws IOException {
        String id = ledger.read().values().stream()
                .filter(line -> line.acknowledged() && line.form.attachment() != null)
                .map(line -> line.form.attachment())
                .findFirst()
                .orElseThrow();
        Path file = home.files().resolve(id.substring(0, 2)).resolve(id);
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        try (FileChannel entry = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            entry.force(true);
        }
        Path part = file.resolveSibling(id + ".part");
        Files.write(part, content);
        Files.move(part, file);
    }
}
