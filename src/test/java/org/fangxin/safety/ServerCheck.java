package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether one server, and which, works on a home's data, and whether what is in force in it is what is wanted. */
final class ServerCheck {
    private static final Map<String, String> WANTED = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "data_checksums", "on",
            "listen_addresses", "",
            "unix_socket_permissions", "0700",
            "ssl", "off");

    private ServerCheck() {}

    /** What is wrong, by name; empty when one server of the program's own runs, durable, and lets nobody in. */
    static Map<String, String> faults(Home home, ProcessHandle program) throws IOException, SQLException {
        Map<String, String> faults = new LinkedHashMap<>();
        List<ProcessHandle> servers = home.servers();
        if (servers.size() != 1) {
            faults.put("servers on one data folder", Integer.toString(servers.size()));
        }
        for (ProcessHandle server : servers) {
            if (program.descendants().noneMatch(server::equals)) {
                faults.put("a server that is not the program's", Long.toString(server.pid()));
            }
        }
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> one : WANTED.entrySet()) {
                String value = text(statement, "select current_setting('" + one.getKey() + "')");
                if (!value.equals(one.getValue())) {
                    faults.put("setting " + one.getKey(), value);
                }
            }
            String trusting = text(statement, "select count(*) from pg_hba_file_rules where auth_method = 'trust'");
            if (!trusting.equals("0")) {
                faults.put("rules that let anybody in", trusting);
            }
        }
        return faults;
    }

    /** The program with that number of a server, as the home's own programs folder has it. */
    static Path binary(Home home) {
        return home.path().resolve("cache/postgres-18.6.0/bin/postgres");
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
