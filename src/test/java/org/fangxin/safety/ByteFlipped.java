package org.fangxin.safety;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
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
import java.util.Random;
import org.fangxin.cipher.SealBroken;
import org.fangxin.intake.internal.file.SealedEvidence;
import org.jspecify.annotations.Nullable;

/** R19: one byte of a table, an index or a sealed file changes on disk under everybody's feet. */
final class ByteFlipped implements Experiment {
    private static final int FILES = 4;
    private static final int PAGE = 8192;
    private static final String CORRUPTED = "XX001";

    /** A relation's main file with as many pages as it has on disk. */
    private record Relation(String name, Path file, long pages) {}

    @Override
    public String id() {
        return "R19";
    }

    @Override
    public String promise() {
        return "表、索引、密封的附件里翻转一个字节：每一次都被发现并指出是哪一个，从不当作好的交出去";
    }

    @Override
    public String plant() {
        return "数据库不理会页校验和（ignore_checksum_failure）";
    }

    @Override
    public int usualRounds() {
        return 400;
    }

    @Override
    public String unit() {
        return "flips";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, setting.rounds(), "r19", false);
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, Math.min(20, setting.rounds()), "r19-control", true);
    }

    private static Outcome run(Setting setting, int rounds, String name, boolean plant) throws Exception {
        Random random = new Random(setting.seed());
        Home home = Home.copy(setting.template(), setting.work(), name);
        try (Program program = Program.start(home)) {
            program.awaitReady();
            List<String> files = evidence(name);
            Map<String, Integer> made = new LinkedHashMap<>();
            Map<String, Integer> missed = new LinkedHashMap<>();
            try (Connection connection = home.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("create extension if not exists pageinspect");
                statement.execute("create extension if not exists pg_buffercache");
                statement.execute("set ignore_checksum_failure = " + (plant ? "on" : "off"));
                List<Relation> relations = relations(home, statement);
                SealedEvidence sealed = new SealedEvidence(home.path());
                for (int i = 0; i < rounds; i++) {
                    boolean page = plant || i % 2 == 0;
                    made.merge(page ? "pages" : "files", 1, Integer::sum);
                    boolean found = page
                            ? foundInPage(statement, relations.get(random.nextInt(relations.size())), random)
                            : foundInFile(home, sealed, files.get(random.nextInt(files.size())), random);
                    missed.merge(page ? "pages" : "files", found ? 0 : 1, Integer::sum);
                }
            }
            Map<String, String> breaks = new LinkedHashMap<>();
            missed.forEach((what, many) -> {
                if (many > 0) {
                    breaks.put("a flipped byte was taken for good in " + what, many + " of " + made.get(what));
                }
            });
            return new Outcome(rounds, Map.of("made", made), breaks);
        } finally {
            home.delete();
        }
    }

    /** Some sealed files to flip bytes in, and their ids. */
    private static List<String> evidence(String name) throws Exception {
        HttpClient http = Crowd.client();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            String key = name + "-" + i;
            @Nullable String id = Crowd.uploadOnce(http, key);
            ids.add(java.util.Objects.requireNonNull(id));
            Crowd.again(http, new Form(key, Form.Kind.COMPLAINT, id));
        }
        return ids;
    }

    private static List<Relation> relations(Home home, Statement statement) throws SQLException, IOException {
        statement.execute("checkpoint");
        List<Relation> relations = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select c.oid::regclass::text, pg_relation_filepath(c.oid) from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'i') and n.nspname in ('casefile', 'intake', 'notice', 'identity', 'region')""")) {
            while (rows.next()) {
                Path file = home.data().resolve(rows.getString(2));
                if (Files.size(file) >= PAGE) {
                    relations.add(new Relation(rows.getString(1), file, Files.size(file) / PAGE));
                }
            }
        }
        return relations;
    }

    /** Whether the server refuses the page and names it. */
    private static boolean foundInPage(Statement statement, Relation relation, Random random)
            throws SQLException, IOException {
        long page = Math.floorMod(random.nextLong(), relation.pages());
        long at = page * PAGE + random.nextInt(PAGE);
        int mask = 1 << random.nextInt(8);
        statement.execute("checkpoint");
        statement.execute("select pg_buffercache_evict_relation('" + relation.name() + "'::regclass)");
        flip(relation.file(), at, mask);
        try (ResultSet read = statement.executeQuery("select get_raw_page('" + relation.name() + "', " + page + ")")) {
            return !read.next();
        } catch (SQLException refused) {
            return CORRUPTED.equals(refused.getSQLState())
                    && String.valueOf(refused.getMessage()).contains("block " + page);
        } finally {
            flip(relation.file(), at, mask);
            statement.execute("select pg_buffercache_evict_relation('" + relation.name() + "'::regclass)");
        }
    }

    private static boolean foundInFile(Home home, SealedEvidence sealed, String id, Random random) throws IOException {
        Path file = home.files().resolve(id.substring(0, 2)).resolve(id);
        String before = sealed.sm3(id);
        long at = Math.floorMod(random.nextLong(), Files.size(file));
        int mask = 1 << random.nextInt(8);
        flip(file, at, mask);
        try {
            return !sealed.sm3(id).equals(before);
        } catch (SealBroken | IOException refused) {
            return true;
        } finally {
            flip(file, at, mask);
        }
    }

    private static void flip(Path file, long at, int mask) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ mask);
        }
    }
}
