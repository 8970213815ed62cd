package org.fangxin.retention.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fangxin.FangxinApplication;
import org.fangxin.SettableTime;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Disposals;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.Canary;
import org.fangxin.retention.DisposalList;
import org.fangxin.retention.Kept;
import org.fangxin.retention.OldFile;
import org.fangxin.retention.internal.DisposalLists.Opinion;
import org.fangxin.retention.store.DisposalSql;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The life of a file to its end, on a home of its own: the due set against a second way of counting, a disposal that one review must not
 * let through, what is left in tables and bytes, and an older database that is put back.
 */
public final class DisposalWalk {
    private static final String WHY = "保管期满，已逐件核对。";
    private static final String MARK = "雀翎甲七";
    /** What was said of the invented person and business; the mark alone stands in the number of the planted submission. */
    private static final List<String> WORDS =
            List.of(MARK + "商行", MARK + "人", MARK + "买来", MARK + "不能用", MARK + "不要了", "13900001122");
    /** A careless database: one review is enough. */
    private static final String ONE_IS_ENOUGH = """
            create or replace function retention.require_disposable(on_list text, of_case text, at_moment timestamptz)
                returns bigint language sql stable as $$
                select c.id from casefile.case_file c join retention.list_case k on k.case_no = c.case_no
                 where c.case_no = of_case and k.list_no = on_list
                   and exists (select from retention.review r where r.list_no = on_list and r.decision = 'APPROVED') $$""";

    /** Archived files of three agencies over a quarter of a century; every seventh linked, some held, some not archived. */
    private static final String FILES = """
            insert into casefile.case_file (id, case_no, kind, stage, agency_code, version, law, channel, submission_no,
                                            received_at, opened_at, summary, merchant_name, route_reason)
            select 900000000 + i, 'S15-' || lpad(i::text, 9, '0'),
                   (array['COMPLAINT', 'REPORT', 'CONSULTATION', 'SUGGESTION'])[1 + i %% 4],
                   case when i %% 29 = 0 then 'CLOSED' else 'ARCHIVED' end,
                   (array['620826', '620826100', '620825'])[1 + (i / 4) %% 3], 1, 'x', 'WEB', 's15-' || i,
                   now(), now(), 'x', 'x', 'x'
              from generate_series(1, %1$d) i;
            insert into retention.archived
            select case_no, current_date - (hashint4(id::int) & 16777215) %% 13000
              from casefile.case_file where case_no like 'S15-%%';
            -- the days on which counting goes wrong stand close to today and at the end of February
            update retention.archived a set archived_on = (current_date - make_interval(years => 10))::date + (c.id %% 5)::int - 2
              from casefile.case_file c where c.case_no = a.case_no and c.id %% 11 = 0;
            update retention.archived a set archived_on = date '2016-02-29'
              from casefile.case_file c where c.case_no = a.case_no and c.id %% 101 = 0;
            insert into retention.filed select case_no from casefile.case_file
             where case_no like 'S15-%%' and kind = 'REPORT' and id %% 3 = 0;
            insert into retention.link
            select a.case_no, b.case_no from casefile.case_file a join casefile.case_file b on b.id = a.id + 5
             where a.case_no like 'S15-%%' and b.case_no like 'S15-%%' and a.id %% 7 = 0
            union
            select b.case_no, a.case_no from casefile.case_file a join casefile.case_file b on b.id = a.id + 5
             where a.case_no like 'S15-%%' and b.case_no like 'S15-%%' and a.id %% 7 = 0;
            insert into retention.hold (case_no, agency_code, reason, held_by, held_at)
            select case_no, '620826', 'x', 'x', now() from casefile.case_file where case_no like 'S15-%%' and id %% 53 = 0""";

    /** Days as numbers: 20160229 and ten years are 20260229, and a day is over when today's number is greater. */
    private static final String ORACLE = """
            with one as (
                select c.case_no, c.agency_code,
                       c.stage = 'ARCHIVED' and to_char(a.archived_on, 'YYYYMMDD')::int
                         + 10000 * (case when f.case_no is null then 10 else 30 end)
                         < to_char(now() at time zone 'Asia/Shanghai', 'YYYYMMDD')::int as over,
                       h.case_no is not null as held
                  from casefile.case_file c join retention.archived a using (case_no)
                  left join retention.filed f using (case_no)
                  left join (select case_no from retention.hold where lifted_at is null) h using (case_no)
                 where c.case_no like 'S15-%'),
            bound as (
                select l.case_no from retention.link l join one o on o.case_no = l.other_no where not o.over or o.held)
            select case_no from one
             where over and not held and agency_code like '620826%' and case_no not in (select case_no from bound)
             order by case_no""";

    /** What was counted and what did not hold. */
    public record Found(Map<String, Object> figures, Map<String, String> breaks) {}

    private final Path home;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, String> breaks = new LinkedHashMap<>();

    private DisposalWalk(Path home) {
        this.home = home;
    }

    /**
     * @param files how many files the due set is counted over
     * @param careless the twin in which one review is enough for the database
     */
    public static Found run(Path home, int files, boolean careless) throws Exception {
        DisposalWalk walk = new DisposalWalk(home);
        String no;
        try (ConfigurableApplicationContext program = walk.start()) {
            walk.countDue(program, files);
            no = walk.oldCase(program);
        }
        walk.copy(home.resolve("database"), home.resolveSibling(home.getFileName() + "-older"));
        try (ConfigurableApplicationContext program = walk.start()) {
            if (careless) {
                walk.bySuperuser(program, ONE_IS_ENOUGH);
            }
            walk.dispose(program, no);
            walk.lookEverywhere(program, "disposed of");
        }
        walk.look(no);
        return new Found(walk.figures, walk.breaks);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(FangxinApplication.class)
                .run(
                        "--fangxin.home=" + home,
                        "--fangxin.demo=false",
                        "--fangxin.meaning.enabled=false",
                        "--server.port=0",
                        "--spring.main.banner-mode=off");
    }

    private void countDue(ConfigurableApplicationContext program, int files) throws Exception {
        bySuperuser(program, FILES.formatted(files));
        TreeSet<String> counted = new TreeSet<>();
        try (Connection connection = connect(program);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ORACLE)) {
            while (rows.next()) {
                counted.add(rows.getString(1));
            }
        }
        DueSet due = program.getBean(DueSet.class);
        long begun = System.nanoTime();
        List<Kept> over = Objects.requireNonNull(Scopes.within(
                Scope.SYSTEM, () -> transaction(program).execute(status -> due.over(PlantedCase.COUNTY, "nobody"))));
        figures.put("secondsForTheDueSet", (System.nanoTime() - begun) / 1_000_000_000.0);
        Set<String> told = over.stream()
                .filter(kept -> kept.bars().isEmpty())
                .map(Kept::caseNo)
                .collect(Collectors.toCollection(TreeSet::new));
        figures.put("files", files);
        figures.put("due", told.size());
        figures.put("barred", over.size() - told.size());
        if (!told.equals(counted) || told.isEmpty()) {
            TreeSet<String> only = new TreeSet<>(told);
            only.removeAll(counted);
            counted.removeAll(told);
            breaks.put("the due set is another", "only here " + first(only) + ", only there " + first(counted));
        }
    }

    private static List<String> first(TreeSet<String> some) {
        return some.stream().limit(5).toList();
    }

    private String oldCase(ConfigurableApplicationContext program) {
        OldFile old = new OldFile(
                program.getBean(CaseFiles.class),
                program.getBean(SettableTime.class),
                owner(program),
                program.getBean(People.class));
        String no = old.archived(MARK, "2015-05-06");
        Hearing.byEverybody(program, owner(program), no);
        return no;
    }

    private void dispose(ConfigurableApplicationContext program, String no) {
        DisposalLists lists = program.getBean(DisposalLists.class);
        SignedIn archivist = somebody("archivist", Role.ARCHIVIST);
        SignedIn head = somebody("head", Role.UNIT_HEAD);
        SignedIn leader = somebody("leader", Role.LEADER);
        DisposalList list = within(archivist, () -> lists.propose(List.of(no), WHY, archivist));
        within(head, () -> lists.review(list.listNo(), new Opinion(true, WHY, Map.of()), head));
        oneReviewAlone(program, list.listNo(), no);
        within(leader, () -> lists.review(list.listNo(), new Opinion(true, WHY, Map.of()), leader));
        program.getBean(Disposing.class).run();
    }

    /** What a program would do that forgot the second reviewer; taken back in any case. */
    private void oneReviewAlone(ConfigurableApplicationContext program, String listNo, String no) {
        var now = program.getBean(SettableTime.class).instant();
        try {
            Scopes.within(
                    Scope.SYSTEM,
                    () -> transaction(program).executeWithoutResult(status -> {
                        status.setRollbackOnly();
                        program.getBean(Disposals.class).close(no, listNo, now);
                        program.getBean(DisposalSql.class).dispose(listNo, no, now);
                    }));
            breaks.put("one review let it through", listNo);
        } catch (DataAccessException refused) {
            figures.put("oneReview", "refused");
        }
    }

    /** The dump of every table, and the bytes of the data folder. */
    private void lookEverywhere(ConfigurableApplicationContext program, String when) throws Exception {
        bySuperuser(program, "vacuum full");
        bySuperuser(program, "checkpoint");
        bySuperuser(program, "select pg_switch_wal()");
        bySuperuser(program, "checkpoint");
        int tables = 0;
        try (Connection connection = connect(program);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                tables++;
                try (ResultSet rows = statement.executeQuery(
                        "select count(*) from " + table + " t where t::text ~ '" + String.join("|", WORDS) + "'")) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        breaks.put(when + ", and still in " + table, rows.getLong(1) + " rows");
                    }
                }
            }
        }
        figures.put("tablesLookedThrough", tables);
        Map<String, Set<String>> found = new Canary(WORDS).below(home.resolve("database"));
        long inLog =
                found.keySet().stream().filter(file -> file.contains("pg_wal")).count();
        figures.put("filesOfTheLogThatStillHoldIt", inLog);
        found.keySet().stream()
                .filter(file -> !file.contains("pg_wal"))
                .forEach(file -> breaks.put(when + ", and still in the bytes of", file));
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                 where schemaname not in ('pg_catalog', 'information_schema')""")) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    /** The database from before the disposal stands in its place, and the program starts on it. */
    private void look(String no) throws Exception {
        Path older = home.resolveSibling(home.getFileName() + "-older");
        copy(older, home.resolve("database"));
        try (ConfigurableApplicationContext program = start()) {
            int texts = JdbcClient.create(owner(program))
                    .sql("""
                            select count(*) from casefile.act_text t join casefile.case_file c on c.id = t.case_id
                             where c.case_no = ?""")
                    .param(no)
                    .query(Integer.class)
                    .single();
            figures.put("textsAfterAnOlderDatabaseCameBack", texts);
            if (texts > 0) {
                breaks.put("an older database brought it back", no);
            }
            lookEverywhere(program, "an older database put back");
        }
        org.springframework.util.FileSystemUtils.deleteRecursively(older);
    }

    private void copy(Path from, Path to) throws IOException {
        org.springframework.util.FileSystemUtils.deleteRecursively(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static SignedIn somebody(String name, Role role) {
        return new SignedIn("s15-" + name, name, name, PlantedCase.COUNTY, Set.of(role), false);
    }

    private static <T> T within(SignedIn who, java.util.function.Supplier<T> work) {
        return Scopes.within(Scope.subtree(who.agencyCode(), who.personId(), Scope.Reports.ALL), work);
    }

    private static TransactionTemplate transaction(ConfigurableApplicationContext program) {
        return new TransactionTemplate(program.getBean(PlatformTransactionManager.class));
    }

    private static DataSource owner(ConfigurableApplicationContext program) {
        return program.getBean("ownersDataSource", DataSource.class);
    }

    private static Connection connect(ConfigurableApplicationContext program) throws SQLException {
        return owner(program).getConnection();
    }

    private void bySuperuser(ConfigurableApplicationContext program, String sql) throws SQLException {
        try (Connection connection = connect(program);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
