package org.fangxin.search.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How frequent words are, as the server has sampled it; asked again every half hour. */
@Component
public class WordShares {
    private static final Duration FRESH = Duration.ofMinutes(30);
    /** Before anything was sampled. */
    private static final double UNKNOWN = 0.001;

    private static final String CASES =
            "select greatest(reltuples, 0)::bigint from pg_class where oid = 'search.case_text'::regclass";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private volatile Shares last = new Shares(Map.of(), UNKNOWN, 0, Instant.MIN);

    WordShares(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param shares word → share of cases that have it, of the frequent ones
     * @param rarest the least of them: no other word is more frequent
     * @param cases how many there are, about
     */
    public record Shares(Map<String, Double> shares, double rarest, long cases, Instant at) {
        public double of(String word) {
            return shares.getOrDefault(word, rarest);
        }
    }

    public Shares now() {
        Instant now = clock.instant();
        Shares known = last;
        if (known.at().isAfter(now) || known.at().isBefore(now.minus(FRESH))) {
            known = read(now);
            last = known;
        }
        return known;
    }

    private Shares read(Instant now) {
        Map<String, Double> shares = new HashMap<>();
        jdbc.sql("select word, share from search.frequent_words()").query(rs -> {
            shares.put(rs.getString(1), rs.getDouble(2));
        });
        double rarest =
                shares.values().stream().mapToDouble(share -> share).min().orElse(UNKNOWN);
        long cases = jdbc.sql(CASES).query(Long.class).single();
        return new Shares(Map.copyOf(shares), rarest, cases, now);
    }
}
