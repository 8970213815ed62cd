package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything of a home at which somebody with another account on the machine can try: folders, files, sockets, processes. */
final class Doors {
    /** Who is nobody: a user and a group that own nothing. */
    private static final String OTHER = "65534";

    static final List<String> AS_ANOTHER =
            List.of("setpriv", "--reuid=" + OTHER, "--regid=" + OTHER, "--clear-groups", "--");

    private static final List<String> FOLDERS = List.of(
            ".",
            "database",
            "database/data",
            "database/data/base",
            "database/data/pg_wal",
            "secrets",
            "run",
            "cache",
            "files",
            "backup");
    private static final List<String> FILES = List.of(
            "database/server.log",
            "database/data/pg_hba.conf",
            "database/data/postgresql.auto.conf",
            "database/data/postmaster.pid",
            "database/data/postmaster.opts",
            "database/data/global/pg_control",
            "database/data/PG_VERSION");
    private static final List<String> WRITTEN = List.of(
            "database/data/pg_hba.conf",
            "database/data/postgresql.auto.conf",
            "secrets/audit-checkpoints.txt",
            "secrets/keys.json",
            "cache/postgres-18.6.0/bin/initdb");
    private static final List<String> OF_A_PROCESS = List.of("environ", "mem", "maps", "auxv");
    private static final List<String> FOLDERS_OF_A_PROCESS = List.of("fd", "map_files");
    private static final List<String> LINKS_OF_A_PROCESS = List.of("root", "cwd", "exe");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/=]{20,}");
    private static final String BLANK = "";

    private final Home home;
    private final String superuser;
    private final List<Stranger.Order> orders = new ArrayList<>();

    Doors(Home home, String superuser) {
        this.home = home;
        this.superuser = superuser;
    }

    /**
     * All that is there to be tried.
     *
     * @param processes of the program and of its database
     * @param tables files of tables, below the data folder
     */
    List<Stranger.Order> all(List<ProcessHandle> processes, List<String> tables) throws IOException {
        there(FOLDERS).forEach(one -> order("list", "lists " + one, path(one)));
        there(FOLDERS).forEach(one -> order("put", "puts a file into " + one, path(one)));
        order("put", "puts a file beside the server's programs", path("cache/postgres-18.6.0/bin"));
        there(FILES).forEach(one -> order("read", "reads " + one, path(one)));
        for (String one : below("secrets")) {
            order("read", "reads " + one, path(one));
        }
        tables.forEach(one -> order("read", "reads a table's file " + one, path("database/data/" + one)));
        there(WRITTEN).forEach(one -> order("write", "writes to " + one, path(one)));
        order("command", "runs the server's program", path("cache/postgres-18.6.0/bin/postgres"), "--version");
        for (int i = 0; i < processes.size(); i++) {
            process(processes.get(i).pid(), "process " + i);
        }
        knocks(BLANK);
        order("every socket", "at every socket that listens", superuser, "postgres");
        order("port", "at the usual port", "127.0.0.1", "5432", superuser);
        order("port", "at the usual port of IPv6", "::1", "5432", superuser);
        order("every port", "at every port that listens,", superuser);
        return orders;
    }

    /** At the socket alone: what is answered to somebody who got as far as that. */
    List<Stranger.Order> atTheSocket() {
        knocks("once at the socket: ");
        return orders;
    }

    private void knocks(String before) {
        String socket = path("run/.s.PGSQL.5432");
        for (String user : List.of(superuser, "fx_app", "fx_owner", "fx_vault", "postgres", "root", "nobody")) {
            for (String database : List.of("fangxin", "postgres")) {
                order("knock", before + user + " without a password in " + database, socket, user, database, BLANK);
            }
            order("knock", before + user + " as a replica", socket, user, "postgres", "true");
            order("knock", before + user + " as a logical replica", socket, user, "fangxin", "database");
        }
        for (String user : List.of(superuser, "fx_app")) {
            for (String guessed : List.of("postgres", "fangxin", "password", user, "Fangxin-Demo-2026")) {
                order("password", before + user + " with the password " + guessed, socket, user, "postgres", guessed);
            }
        }
    }

    private void process(long pid, String name) {
        String proc = "/proc/" + pid + "/";
        OF_A_PROCESS.forEach(one -> order("read", name + ": reads " + one, proc + one));
        FOLDERS_OF_A_PROCESS.forEach(one -> order("list", name + ": lists " + one, proc + one));
        LINKS_OF_A_PROCESS.forEach(one -> order("link", name + ": follows " + one, proc + one));
        order("all may read", name + ": its command line", proc + "cmdline");
        order("command", name + ": sends a signal", "kill", "-0", Long.toString(pid));
    }

    private void order(String kind, String name, String... needs) {
        orders.add(Stranger.Order.of(kind, name, needs));
    }

    private String path(String below) {
        return home.path().resolve(below).normalize().toString();
    }

    private List<String> there(List<String> paths) {
        return paths.stream()
                .filter(one -> Files.exists(home.path().resolve(one)))
                .toList();
    }

    private List<String> below(String folder) throws IOException {
        if (!Files.exists(home.path().resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(home.path().resolve(folder))) {
            return all.filter(Files::isRegularFile)
                    .map(one -> home.path().relativize(one).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Words of the files of secrets that open something. */
    List<String> secrets() throws IOException {
        List<String> found = new ArrayList<>();
        for (String one : below("secrets")) {
            Matcher words = SECRET.matcher(new String(
                    Files.readAllBytes(home.path().resolve(one)), java.nio.charset.StandardCharsets.ISO_8859_1));
            while (words.find()) {
                found.add(words.group());
            }
        }
        return found;
    }
}
