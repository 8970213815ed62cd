package org.fangxin.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.fangxin.database.UnixSocketFactory;

/**
 * Somebody with an account of his own on the machine. Started under another user's number; is told line by line what to try
 * and says what came of it. He knows the program, as everybody may, and none of its secrets.
 */
final class Stranger {
    private static final String SEPARATOR = "\t";
    private static final int NOT_PERMITTED = 126;
    private static final long PATIENCE_SECONDS = 20;
    private static final Set<String> PASSWORD_REFUSED = Set.of("28P01", "28000");
    private static final String LISTENS = "00010000";
    private static final String LISTENS_TCP = "0A";

    private Stranger() {}

    /** What is to be tried: the kind of try, a name for it, and what the kind needs. */
    record Order(String kind, String name, List<String> needs) {
        static Order of(String kind, String name, String... needs) {
            return new Order(kind, name, List.of(needs));
        }

        private String line() {
            List<String> all = new ArrayList<>(List.of(kind, name));
            all.addAll(needs);
            return String.join(SEPARATOR, all);
        }

        private static Order read(String line) {
            String[] all = line.split(SEPARATOR, -1);
            return new Order(all[0], all[1], List.of(all).subList(2, all.length));
        }

        private String need(int number) {
            return needs.get(number);
        }
    }

    /** Sends one to try all of it. @param as the command that changes the user; empty to stay who we are */
    static List<Tries.Told> tries(List<String> as, List<Order> orders) throws IOException {
        List<String> command = new ArrayList<>(as);
        command.addAll(List.of(System.getProperty("safety.java"), "-Xmx96m", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(List.of("-Dsafety.java=" + System.getProperty("safety.java"), "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path")));
        command.add(Stranger.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        Process process = builder.start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            for (Order one : orders) {
                in.write(one.line() + "\n");
            }
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<Tries.Told> told = said.lines().map(Stranger::told).toList();
        if (told.size() < orders.size()) {
            throw new IOException("the rig: the stranger said only:\n" + said);
        }
        return told;
    }

    private static Tries.Told told(String line) {
        String[] parts = line.split(SEPARATOR, -1);
        return new Tries.Told(parts[1], Tries.End.valueOf(parts[0]), parts[2]);
    }

    public static void main(String[] none) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            for (Tries.Told one : tried(Order.read(line))) {
                System.out.println(one.end()
                        + SEPARATOR
                        + one.name()
                        + SEPARATOR
                        + one.answer().replaceAll("\\s+", " "));
            }
        }
    }

    private static List<Tries.Told> tried(Order order) throws IOException {
        return switch (order.kind()) {
            case "read" -> List.of(file(order, path -> "begins with " + first(path)));
            case "list" -> List.of(file(order, path -> names(path) + " names"));
            case "write" -> List.of(file(order, Stranger::opened));
            case "put" -> List.of(file(order, Stranger::put));
            case "link" ->
                List.of(file(order, path -> Files.readSymbolicLink(path).toString()));
            case "all may read" -> List.of(openToAll(order));
            case "knock" ->
                List.of(Knock.at(
                        order.name(),
                        UnixDomainSocketAddress.of(order.need(0)),
                        order.need(1),
                        order.need(2),
                        order.need(3)));
            case "password" -> List.of(password(order));
            case "port" -> List.of(port(order.name(), order.need(0), Integer.parseInt(order.need(1)), order.need(2)));
            case "every port" -> everyPort(order);
            case "every socket" -> everySocket(order);
            case "command" -> List.of(command(order));
            default -> throw new IllegalArgumentException(order.kind());
        };
    }

    private interface Way {
        String got(Path path) throws IOException;
    }

    private static Tries.Told file(Order order, Way way) {
        try {
            return new Tries.Told(order.name(), Tries.End.LET_IN, way.got(Path.of(order.need(0))));
        } catch (AccessDeniedException refused) {
            return new Tries.Told(order.name(), Tries.End.REFUSED, "access denied");
        } catch (IOException other) {
            boolean refused = String.valueOf(other.getMessage()).contains("Permission denied");
            return new Tries.Told(
                    order.name(), refused ? Tries.End.REFUSED : Tries.End.ASKED_WRONGLY, other.toString());
        }
    }

    private static String first(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.read() + "";
        }
    }

    private static int names(Path path) throws IOException {
        try (var all = Files.list(path)) {
            return (int) all.count();
        }
    }

    private static String opened(Path path) throws IOException {
        try (var open = Files.newByteChannel(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            return "could be written, " + open.size() + " bytes";
        }
    }

    private static String put(Path folder) throws IOException {
        Path mine = folder.resolve("put-by-a-stranger");
        Files.writeString(mine, "x");
        Files.delete(mine);
        return "a file was put there";
    }

    /** What the system shows to everybody: the answer is the text, and whoever sent us looks for secrets in it. */
    private static Tries.Told openToAll(Order order) {
        try {
            return new Tries.Told(
                    order.name(),
                    Tries.End.OPEN_TO_ALL,
                    Files.readString(Path.of(order.need(0)), StandardCharsets.UTF_8)
                            .replace('\0', ' '));
        } catch (IOException gone) {
            return new Tries.Told(order.name(), Tries.End.ASKED_WRONGLY, gone.toString());
        }
    }

    private static Tries.Told password(Order order) {
        String url = "jdbc:postgresql://localhost/" + order.need(2) + "?socketFactory="
                + UnixSocketFactory.class.getName() + "&socketFactoryArg=" + order.need(0)
                + "&sslMode=disable&gssEncMode=disable";
        try (Connection in = DriverManager.getConnection(url, order.need(1), order.need(3))) {
            return new Tries.Told(
                    order.name(), Tries.End.LET_IN, in.getMetaData().getUserName());
        } catch (SQLException refused) {
            boolean door = String.valueOf(refused.getCause()).contains("Permission denied");
            boolean known = door || PASSWORD_REFUSED.contains(refused.getSQLState());
            return new Tries.Told(
                    order.name(),
                    known ? Tries.End.REFUSED : Tries.End.ASKED_WRONGLY,
                    door ? "Permission denied" : "refused (" + refused.getSQLState() + ")");
        }
    }

    private static Tries.Told port(String name, String host, int port, String user) {
        return Knock.at(name, new InetSocketAddress(host, port), user, "postgres", "");
    }

    /** Whatever listens on a network address of this machine. */
    private static List<Tries.Told> everyPort(Order order) throws IOException {
        List<Tries.Told> told = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] parts = line.strip().split("\\s+");
                if (parts.length > 3 && parts[3].equals(LISTENS_TCP)) {
                    int port = Integer.parseInt(parts[1].substring(parts[1].indexOf(':') + 1), 16);
                    String host = table.endsWith("6") ? "::1" : "127.0.0.1";
                    told.add(port(order.name() + " " + host + ":" + port, host, port, order.need(0)));
                }
            }
        }
        return told;
    }

    /** Whatever listens on a socket that has a name, in the folder for temporary things or anywhere else. */
    private static List<Tries.Told> everySocket(Order order) throws IOException {
        List<Tries.Told> told = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("/proc/net/unix"))) {
            String[] parts = line.strip().split("\\s+", 8);
            if (parts.length == 8 && parts[3].equals(LISTENS)) {
                String name = order.name() + " " + (told.size() + 1);
                told.add(
                        parts[7].startsWith("@")
                                ? new Tries.Told(name, Tries.End.ASKED_WRONGLY, "a socket without a file")
                                : Knock.at(
                                        name, UnixDomainSocketAddress.of(parts[7]), order.need(0), order.need(1), ""));
            }
        }
        return told;
    }

    /** A program of the system that does it; succeeds when the program does. */
    private static Tries.Told command(Order order) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(order.needs()).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            boolean in = ended && process.exitValue() == 0;
            boolean known =
                    process.exitValue() == NOT_PERMITTED || said.matches("(?is).*(permit|permission|denied|owner).*");
            return new Tries.Told(
                    order.name(),
                    in ? Tries.End.LET_IN : known ? Tries.End.REFUSED : Tries.End.ASKED_WRONGLY,
                    known ? "not permitted" : said);
        } catch (NoSuchFileException missing) {
            return new Tries.Told(order.name(), Tries.End.ASKED_WRONGLY, missing.toString());
        } catch (IOException notStarted) {
            boolean refused = String.valueOf(notStarted.getMessage()).contains("Permission denied");
            return new Tries.Told(
                    order.name(),
                    refused ? Tries.End.REFUSED : Tries.End.ASKED_WRONGLY,
                    String.valueOf(notStarted.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
