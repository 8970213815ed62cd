package org.fangxin.casefile.store;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers of cases: agency, day, and a count of that agency, day and kind, e.g. {@code 620823-260506-0012}. Reports,
 * consultations and suggestions count apart and carry a letter, so that a complaint's number tells nothing of a report.
 * A number is never a capability.
 */
@Component
class CaseNumbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    /** In one order for all, so that nobody waits for a count that waits for his. */
    private static final String NEXT = """
            insert into casefile.number (agency_code, day, kind, last)
            select * from unnest(?::text[], ?::date[], ?::text[], ?::int[]) as n (agency, day, kind, more)
             order by agency collate "C", day, kind
            on conflict (agency_code, day, kind) do update set last = casefile.number.last + excluded.last
            returning agency_code, day, kind, last""";

    private static final int IDS_AT_ONCE = 64;

    private final JdbcClient jdbc;
    private final Queue<Long> ids = new ConcurrentLinkedQueue<>();

    /** What is counted apart. */
    private record Count(String agency, LocalDate day, Kind kind) {
        static Count of(NewCase n) {
            return new Count(n.agency(), n.receivedAt().atZone(Fields.ZONE).toLocalDate(), n.kind());
        }

        String number(int n) {
            return "%s-%s-%s%04d".formatted(agency, DAY.format(day), letter(kind), n);
        }
    }

    CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String next(String agency, Kind kind, Instant receivedAt) {
        LocalDate day = receivedAt.atZone(Fields.ZONE).toLocalDate();
        Count count = new Count(agency, day, kind);
        return count.number(last(Map.of(count, 1)).getOrDefault(count, 0));
    }

    /** The numbers of new cases in their order, in one round trip. */
    List<String> next(List<NewCase> cases) {
        Map<Count, Integer> wanted = new LinkedHashMap<>();
        cases.forEach(n -> wanted.merge(Count.of(n), 1, Integer::sum));
        Map<Count, Integer> last = last(wanted);
        List<String> numbers = new ArrayList<>();
        for (NewCase n : cases) {
            Count count = Count.of(n);
            int left = wanted.merge(count, -1, Integer::sum);
            numbers.add(count.number(last.getOrDefault(count, 0) - left));
        }
        return numbers;
    }

    private Map<Count, Integer> last(Map<Count, Integer> wanted) {
        List<Count> counts = List.copyOf(wanted.keySet());
        Map<Count, Integer> last = new HashMap<>();
        jdbc.sql(NEXT)
                .params(
                        counts.stream().map(Count::agency).toArray(String[]::new),
                        counts.stream().map(count -> count.day().toString()).toArray(String[]::new),
                        counts.stream().map(count -> count.kind().name()).toArray(String[]::new),
                        counts.stream().map(wanted::get).toArray(Integer[]::new))
                .query((ResultSet rs) -> {
                    last.put(
                            new Count(rs.getString(1), rs.getObject(2, LocalDate.class), Kind.valueOf(rs.getString(3))),
                            rs.getInt(4));
                });
        return last;
    }

    /** An id that was never given before; they are fetched ahead and some may stay unused. */
    long nextId() {
        Long next = ids.poll();
        if (next != null) {
            return next;
        }
        List<Long> more = jdbc.sql("select nextval('casefile.case_id') from generate_series(1, ?)")
                .param(IDS_AT_ONCE)
                .query((rs, n) -> rs.getLong(1))
                .list();
        ids.addAll(more.subList(1, more.size()));
        return more.getFirst();
    }

    private static String letter(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> "";
            case REPORT -> "J";
            case CONSULTATION -> "Z";
            case SUGGESTION -> "Y";
        };
    }
}
