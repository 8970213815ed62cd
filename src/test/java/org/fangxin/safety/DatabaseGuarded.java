package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * S21: somebody with another account on the machine tries to get into the database, its files and the processes; and somebody who
 * can make the program's own role say anything tries to get out of it.
 */
final class DatabaseGuarded implements Experiment {
    private static final int PEOPLE = 10;
    private static final int CHILDREN = 2;
    private static final int CONTROL_FINDS = 20;
    private static final String ALL_USERS = "4294967295";
    private static final List<String> TABLES =
            List.of("pg_authid", "identity.audit_log", "casefile.party", "intake.vault_field");

    @Override
    public String id() {
        return "S21";
    }

    @Override
    public String promise() {
        return "同一台机器的另一个用户连不上数据库，读不到、改不了它的文件、口令和进程；程序自己的数据库角色改不了、删不了审计和案件记录，"
                + "变不成别的角色，碰不到服务器的文件和命令，没有密钥读不到举报人；没有范围就一行也看不到";
    }

    @Override
    public String plant() {
        return "照原样装的数据库（trust、fsync=off、socket 0777、程序目录人人可写），程序用超级用户连接";
    }

    @Override
    public int usualRounds() {
        return 1_000;
    }

    @Override
    public String unit() {
        return "tries";
    }

    @Override
    public Optional<String> missing() throws IOException {
        if (!Files.readString(Path.of("/proc/self/uid_map")).contains(ALL_USERS)) {
            return Optional.of("换成另一个用户要真正的 root。请用 root 运行 ./fangxin safety S21");
        }
        if (!Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            return Optional.of("找不到 setpriv。请安装：apt-get install util-linux");
        }
        // what the way to the folder keeps out, the program need not: it would be tried in vain
        List<String> enters = new ArrayList<>(Doors.AS_ANOTHER);
        enters.addAll(List.of(
                "ls", "-d", Path.of("target/safety/work/.").toAbsolutePath().toString()));
        try {
            Command.run(enters.toArray(String[]::new));
            return Optional.empty();
        } catch (IOException closed) {
            return Optional.of("别的用户走不到这个目录，试了也不说明问题。请把代码放在别的用户走得到的地方。");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), "s21");
        List<Somebody> people =
                IntStream.range(0, PEOPLE).mapToObj(Somebody::new).toList();
        try (Program program = Program.start(home, Map.of("FANGXIN_DEMO", "true"))) {
            program.awaitReady();
            Somebody.tell(people);
            Doors doors = new Doors(home, Home.SUPERUSER);
            List<Stranger.Order> all = doors.all(processes(home, program.handle()), tables(home));
            Tries outside = outside(doors, some(all, setting.rounds()));
            Tries atTheSocket = new Tries();
            Stranger.tries(List.of(), some(new Doors(home, Home.SUPERUSER).atTheSocket(), setting.rounds()))
                    .forEach(atTheSocket::add);
            Tries role = new Tries();
            new AppRights(home).tried().stream().limit(setting.rounds()).forEach(role::add);
            RowsGuarded rows = new RowsGuarded(home);
            rows.tried(people).forEach(role::add);
            return outcome(List.of(outside, atTheSocket, role), rows.guarded());
        } finally {
            home.delete();
        }
    }

    private static Outcome outcome(List<Tries> all, int guarded) {
        Map<String, Object> figures = new LinkedHashMap<>();
        Map<String, String> breaks = new LinkedHashMap<>();
        List<String> names = List.of("fromAnotherUser", "onceAtTheSocket", "asTheProgramsRole");
        int made = 0;
        for (int i = 0; i < all.size(); i++) {
            figures.put(names.get(i), all.get(i).refused());
            breaks.putAll(all.get(i).breaks());
            made += all.get(i).made();
        }
        figures.put("guardedTablesWithRows", guarded);
        return new Outcome(made, figures, breaks);
    }

    /** The program, the shell that watches the database, the server, and some of its children. */
    private static List<ProcessHandle> processes(Home home, ProcessHandle program) throws IOException {
        ProcessHandle server = home.servers().getFirst();
        List<ProcessHandle> all =
                new ArrayList<>(List.of(program, server.parent().orElseThrow(), server));
        server.children().limit(CHILDREN).forEach(all::add);
        return all;
    }

    private static List<String> tables(Home home) throws SQLException, IOException {
        List<String> files = new ArrayList<>();
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet path = statement.executeQuery("select pg_relation_filepath('" + table + "')")) {
                    path.next();
                    files.add(path.getString(1));
                }
            }
        }
        return files;
    }

    private static Tries outside(Doors doors, List<Stranger.Order> orders) throws IOException {
        List<String> secrets = doors.secrets();
        Tries tries = new Tries();
        for (Tries.Told one : Stranger.tries(Doors.AS_ANOTHER, orders)) {
            tries.add(
                    one.end() == Tries.End.OPEN_TO_ALL
                            ? new Tries.Told(
                                    one.name(),
                                    secrets.stream().anyMatch(one.answer()::contains)
                                            ? Tries.End.LET_IN
                                            : Tries.End.REFUSED,
                                    "looked through for secrets")
                            : one);
        }
        return tries;
    }

    private static List<Stranger.Order> some(List<Stranger.Order> orders, int most) {
        return orders.subList(0, Math.min(most, orders.size()));
    }

    /** The same tries at a server as it comes, and as a program whose role is the server's master. */
    @Override
    public Outcome control(Setting setting) throws Exception {
        Tries outside = atAStockServer(setting);
        Tries role = asTheMaster(setting);
        Map<String, String> breaks = new LinkedHashMap<>(outside.breaks());
        breaks.put("statements of the program's role that were let in", Integer.toString(role.letIn()));
        boolean found = outside.letIn() >= CONTROL_FINDS && role.letIn() >= CONTROL_FINDS;
        int made = outside.made() + role.made();
        return new Outcome(made, Map.of("letIn", outside.letIn()), found ? breaks : Map.of());
    }

    private static Tries atAStockServer(Setting setting) throws Exception {
        Home home = Home.fresh(setting.work(), "s21-stock");
        try {
            Files.createDirectories(home.path().resolve("run"));
            Files.createDirectories(home.data().getParent());
            Path programs = home.path().resolve("cache");
            Command.run("cp", "-a", setting.template().resolve("cache").toString(), programs.toString());
            String initdb = ServerCheck.binary(home).resolveSibling("initdb").toString();
            String data = home.data().toString();
            Command.run("unshare", "-U", initdb, "-D", data, "-U", "postgres", "-A", "trust", "--no-sync");
            Command.run(
                    "chmod",
                    "-R",
                    "a+rwX",
                    programs.toString(),
                    home.path().resolve("run").toString());
            BareServer.start(home, "fsync=off", "unix_socket_permissions=0777", "listen_addresses=localhost");
            Doors doors = new Doors(home, "postgres");
            return outside(doors, doors.all(home.servers(), List.of()));
        } finally {
            BareServer.endAll(home);
            home.delete();
        }
    }

    private static Tries asTheMaster(Setting setting) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), "s21-control");
        try {
            BareServer.start(home, "fsync=off", "listen_addresses=");
            home.run("alter role fx_app superuser");
            Tries role = new Tries();
            new AppRights(home).tried().forEach(role::add);
            return role;
        } finally {
            BareServer.endAll(home);
            home.delete();
        }
    }
}
