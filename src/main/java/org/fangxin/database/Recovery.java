package org.fangxin.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings a copied data folder forward to a moment with the archived write-ahead log, in a home that nobody uses yet. There
 * is no moment in which the server lets anybody in without a password.
 */
public final class Recovery {
    private static final Pattern LAST = Pattern.compile("last completed transaction was at log time ([^\n]+)");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    /** The log ends before the moment that was asked for. */
    public static final class NotReached extends IOException {
        private static final long serialVersionUID = 1L;

        NotReached() {
            super("recovery ended before the target");
        }
    }

    private final Path home;
    private final Path data;
    private final Path log;
    private final Path programs;

    private Recovery(Path home, Path cache) throws IOException {
        this.home = PrivateFolder.at(home);
        this.data = EmbeddedDatabase.dataOf(this.home);
        this.log = data.resolveSibling("server.log");
        this.programs = ServerPrograms.unpackedIn(cache);
    }

    /** For a home whose data folder was copied and whose server never ran; the programs are unpacked into the cache. */
    public static Recovery of(Path home, Path cache) throws IOException {
        return new Recovery(home, cache);
    }

    /**
     * Runs the server until it has everything up to the moment, and stops it again.
     *
     * @param target the moment; empty for everything that the folders have
     * @param folders where files of the log are looked for, in this order, as {@code NAME.gz}
     * @return when the last transaction was that it has, as the server says; empty when the log had none
     * @throws NotReached when the folders do not have all files up to the moment
     */
    public Optional<String> run(Optional<Instant> target, List<Path> folders) throws IOException, InterruptedException {
        Files.createFile(data.resolve("recovery.signal"));
        ServerProcess server;
        try {
            server = ServerProcess.start(data, programs, SocketFolder.forHome(home), log, extras(target, folders));
        } catch (IOException refused) {
            String said = Files.readString(log);
            if (said.contains("recovery ended before configured recovery target was reached")
                    || said.contains("WAL ends before end of online backup")
                    || said.contains("could not locate required checkpoint record")) {
                throw new NotReached();
            }
            throw new IOException("数据库没有恢复成功：" + lastLines(said), refused);
        }
        if (!server.stop()) {
            throw new IOException("数据库停不下来，详见 " + log);
        }
        Matcher last = LAST.matcher(Files.readString(log));
        return last.find() ? Optional.of(last.group(1).strip()) : Optional.empty();
    }

    private ServerExtras extras(Optional<Instant> target, List<Path> folders) {
        List<String> settings = new ArrayList<>(List.of(
                // ready means recovered: nobody may read in between
                "hot_standby=off",
                "recovery_target_action=promote",
                "recovery_target_timeline=current",
                "restore_command=sh -c \"$FANGXIN_RESTORE\" restore %f %p"));
        target.ifPresent(moment -> settings.add("recovery_target_time=" + SECONDS.format(moment)));
        String places = String.join("\n", folders.stream().map(Path::toString).toList());
        return new ServerExtras(
                settings,
                Map.of("FANGXIN_RESTORE", WalArchive.script("restore-wal.sh"), "FANGXIN_WAL_FOLDERS", places),
                Duration.ZERO);
    }

    /**
     * Gives the superuser a new password and runs statements, with the server down: by its single-user mode, which no
     * network and no socket reaches.
     */
    public void settle(List<String> statements) throws IOException, InterruptedException {
        String password = Secrets.word();
        Path file = PrivateFolder.at(home.resolve("secrets")).resolve("database-superuser");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        List<String> lines = new ArrayList<>(statements);
        lines.add("alter role " + EmbeddedServer.SUPERUSER + " password '" + password + "'");
        single(lines);
    }

    private void single(List<String> lines) throws IOException, InterruptedException {
        Path said = Objects.requireNonNull(log.getParent()).resolve("settle.log");
        Process process = new ProcessBuilder(ServerPrograms.command(
                        programs,
                        "postgres",
                        "--single",
                        "-D",
                        data.toString(),
                        "-c",
                        "log_min_error_statement=panic",
                        Server.DATABASE))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        int code = process.waitFor();
        String answer = Files.readString(said);
        Files.delete(said);
        if (code != 0 || answer.contains("ERROR:") || answer.contains("FATAL:")) {
            throw new IOException("恢复出来的数据库没有设置好：" + lastLines(answer));
        }
    }

    private static String lastLines(String said) {
        List<String> lines = said.lines().toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }
}
