package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two instances of the program on one server of their own, with the same keys and the same folder of files. */
final class TwoInstances implements AutoCloseable {
    private static final int SERVER_PORT = 5432;
    private static final List<Integer> PORTS = List.of(8136, 8137);
    private static final String LET_IN = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final Home home;
    private final Map<String, String> settings;
    private final Program[] programs = new Program[PORTS.size()];

    private TwoInstances(Home home, Map<String, String> settings) {
        this.home = home;
        this.settings = settings;
    }

    /** The server runs when this returns, the instances do not yet. */
    static TwoInstances on(Home home, Map<String, String> mail, Map<String, String> more)
            throws IOException, InterruptedException {
        Path rules = home.data().resolve("pg_hba.conf");
        Files.writeString(rules, LET_IN + Files.readString(rules));
        BareServer.start(home, "listen_addresses=127.0.0.1", "port=" + SERVER_PORT);
        Map<String, String> settings = new HashMap<>();
        settings.put("FANGXIN_DB_URL", "jdbc:postgresql://127.0.0.1:" + SERVER_PORT + "/fangxin");
        settings.put("FANGXIN_DB_USER", "fangxin_super");
        settings.put(
                "FANGXIN_DB_PASSWORD",
                Files.readString(home.path().resolve("secrets/database-superuser"))
                        .strip());
        settings.put("FANGXIN_DEMO", "true");
        // whose address counts is the balancer's word, and nobody else's
        settings.put("SERVER_FORWARDHEADERSSTRATEGY", "native");
        settings.put("SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES", "127\\.0\\.0\\.1");
        settings.putAll(mail);
        settings.putAll(more);
        return new TwoInstances(home, settings);
    }

    /** With which a command of the program finds the server. */
    Map<String, String> settings() {
        return settings;
    }

    String name(int which) {
        return "instance-" + which;
    }

    int port(int which) {
        return PORTS.get(which);
    }

    Program program(int which) {
        return programs[which];
    }

    /** One after the other: the first makes the tables. */
    void startBoth(Balancer balancer) throws IOException {
        for (int which = 0; which < programs.length; which++) {
            start(which, Map.of());
            balancer.awaitUp(name(which));
        }
    }

    /** A signal to this one recorded process. */
    void signal(int which, String signal) throws IOException, InterruptedException {
        Command.run("kill", "-" + signal, Long.toString(programs[which].handle().pid()));
    }

    /** Started and ready when this returns. */
    void start(int which, Map<String, String> more) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        all.put("FANGXIN_PORT", Integer.toString(port(which)));
        programs[which] = Program.startBeside(home, home.path().getFileName() + "-" + name(which), all);
        programs[which].awaitReady();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Program one : programs) {
            if (one != null && one.alive()) {
                one.kill();
            }
        }
        BareServer.endAll(home);
    }
}
