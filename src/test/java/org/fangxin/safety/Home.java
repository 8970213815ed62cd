package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.fangxin.database.AppPassword;
import org.fangxin.database.UnixSocketFactory;
import org.springframework.util.FileSystemUtils;

/** A home of one experiment with its log and the numbers of the processes that belong to it. */
record Home(Path path) {
    static final String SUPERUSER = "fangxin_super";

    /** A copy of the template: the program has been started once on it and stopped. */
    static Home copy(Path template, Path work, String name) throws IOException, InterruptedException {
        Path path = work.resolve(name);
        FileSystemUtils.deleteRecursively(path);
        Files.deleteIfExists(work.resolve(name + ".log"));
        Command.run("cp", "-a", "--reflink=auto", template.toString(), path.toString());
        return new Home(path);
    }

    /** An empty one: the program makes everything anew. */
    static Home fresh(Path work, String name) throws IOException {
        Path path = work.resolve(name);
        FileSystemUtils.deleteRecursively(path);
        Files.deleteIfExists(work.resolve(name + ".log"));
        return new Home(Files.createDirectories(path));
    }

    Path log() {
        return path.resolveSibling(path.getFileName() + ".log");
    }

    Path data() {
        return path.resolve("database/data");
    }

    Path files() {
        return path.resolve("files");
    }

    void record(ProcessHandle process) throws IOException {
        Program.note(path.resolveSibling("pids"), process.pid() + " " + path.getFileName());
    }

    /** A connection with the superuser's rights, straight to the database and past the program. */
    Connection connect() throws SQLException, IOException {
        return connect(SUPERUSER, superusersPassword());
    }

    /** One with the rights that the program itself has at work. */
    Connection connectAsApplication() throws SQLException, IOException {
        return connect("fx_app", AppPassword.from(superusersPassword()));
    }

    private String superusersPassword() throws IOException {
        return Files.readString(path.resolve("secrets/database-superuser")).strip();
    }

    private Connection connect(String user, String password) throws SQLException {
        Properties who = new Properties();
        who.setProperty("user", user);
        who.setProperty("password", password);
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost/fangxin?socketFactory=" + UnixSocketFactory.class.getName()
                        + "&socketFactoryArg=" + path.resolve("run/.s.PGSQL.5432")
                        + "&sslMode=disable&gssEncMode=disable",
                who);
    }

    /** What one question that counts has for an answer. */
    long number(String sql) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void run(String... statements) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first process of the server that its pid file names, if it lives and works in this folder. */
    List<ProcessHandle> servers() throws IOException {
        List<ProcessHandle> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path one :
                    all.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
                if (servesHere(one) && !servesHere(Path.of("/proc/" + parent(one)))) {
                    ProcessHandle.of(Long.parseLong(one.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private boolean servesHere(Path process) {
        try {
            return process.resolve("exe").toRealPath().endsWith("postgres")
                    && process.resolve("cwd").toRealPath().equals(data().toRealPath());
        } catch (IOException ended) {
            return false;
        }
    }

    private static String parent(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ")[1];
        } catch (IOException ended) {
            return "0";
        }
    }

    void delete() throws IOException {
        FileSystemUtils.deleteRecursively(path);
    }
}
