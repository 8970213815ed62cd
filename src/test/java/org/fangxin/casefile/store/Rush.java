package org.fangxin.casefile.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinApplication;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Counter;
import org.fangxin.casefile.ManyHands;
import org.fangxin.identity.People;
import org.fangxin.problem.Problem;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The program in this process on a home of its own, many people at its gate, and the judge behind them. */
public final class Rush {
    /** Of one set of cases: by then most of them have come to an end. */
    private static final int OF_ONE_SET = 10_000;

    /** A weakness shows early or not at all. */
    private static final int OF_ONE_WEAKENED = 2_000;

    /** More than the program takes by itself, so that more wait for one case at a time. */
    private static final int CONNECTIONS = 40;

    /** @param operations that were really tried */
    public record Found(int operations, Map<String, Object> figures, Map<String, String> breaks) {}

    /** Something that is looked at while the program still runs. */
    public interface Look {
        Map<String, String> look() throws Exception;
    }

    private Rush() {}

    /** Until so many operations were tried; with a weakness, until it broke something. */
    public static Found run(Path home, int operations, long seed, Weakened weakened, Look look) throws Exception {
        try (ConfigurableApplicationContext program = start(home, weakened)) {
            JdbcClient owner = JdbcClient.create(program.getBean("ownersDataSource", DataSource.class));
            weakened.statements().forEach(sql -> owner.sql(sql).update());
            ManyHands.Staff staff = ManyHands.Staff.hired(program.getBean(People.class), "rush");
            RushJudge judge = new RushJudge(program, owner);
            Rounds rounds = new Rounds(program, staff, judge);
            int most = weakened == Weakened.NOTHING ? OF_ONE_SET : OF_ONE_WEAKENED;
            while (rounds.tried < operations
                    && (weakened == Weakened.NOTHING || judge.breaks().isEmpty())) {
                rounds.next(Math.min(most, operations - rounds.tried), seed + rounds.sets);
            }
            judge.numbers();
            Map<String, String> breaks = new LinkedHashMap<>(judge.breaks());
            breaks.putAll(look.look());
            return new Found(rounds.tried, rounds.figures(), breaks);
        }
    }

    private static ConfigurableApplicationContext start(Path home, Weakened weakened) {
        return new SpringApplicationBuilder(FangxinApplication.class)
                .initializers(context -> weakened.register((GenericApplicationContext) context))
                .run(
                        "--fangxin.home=" + home,
                        "--fangxin.demo=false",
                        "--fangxin.meaning.enabled=false",
                        "--fangxin.db.pool=" + CONNECTIONS,
                        "--fangxin.readers.every-ms=" + Long.MAX_VALUE / 1_000_000_000,
                        "--server.port=0",
                        "--spring.main.banner-mode=off");
    }

    /** One set of cases after another. */
    private static final class Rounds {
        private final ManyHands.Staff staff;
        private final RushJudge judge;
        private final Counter counter;
        private int tried;
        private int sets;
        private int bursts;
        private int openings;

        private Rounds(ConfigurableApplicationContext program, ManyHands.Staff staff, RushJudge judge) {
            this.staff = staff;
            this.judge = judge;
            counter = counter(program);
        }

        private void next(int least, long seed) throws Exception {
            Instant since = counter.clock().instant();
            ManyHands.Told told = ManyHands.work(counter, staff, least, seed);
            judge.judge(told, since);
            tried += told.attempts().size() + told.openings().size();
            openings += told.openings().size();
            bursts += told.bursts();
            sets++;
        }

        private Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("threads", ManyHands.HANDS);
            figures.put("casesAtATime", ManyHands.CASES);
            figures.put("setsOfCases", sets);
            figures.put("burstsOfAllThreads", bursts);
            figures.put("openings", openings);
            figures.putAll(judge.figures());
            return figures;
        }
    }

    /** The gate of a running program. */
    static Counter counter(ApplicationContext program) {
        return new Counter(
                program.getBean(CaseFiles.class),
                new TransactionTemplate(program.getBean(PlatformTransactionManager.class)),
                program.getBean(InstantSource.class),
                Rush::told);
    }

    private static long told(Problem problem) {
        return problem.extra().get("current") instanceof Staleness.Current current ? current.version() : 0;
    }
}
