package org.fangxin.intake.store;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Kind;
import org.fangxin.database.Inserts;
import org.fangxin.intake.GivenConsents;
import org.fangxin.intake.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Submissions and the cases that came of them. Runs in the program's own scope. */
@Component
public class SubmissionStore {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** In one order for all, so that nobody waits for a count that waits for his. */
    private static final String NEXT = """
            insert into intake.number (agency_code, day, last)
            select * from unnest(?::text[], ?::date[], ?::int[]) as n (agency, day, more) order by agency collate "C", day
            on conflict (agency_code, day) do update set last = intake.number.last + excluded.last
            returning agency_code, day, last""";

    private static final String INSERT = """
            insert into intake.submission (submission_no, agency_code, channel, kinds, kinds_proposed, green_channel,
                entrusted_mediation, disclosure, received_at, recorded_at, registered_by, tracking_key, tracking_mac)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String PART = """
            insert into intake.submission_case (submission_no, position, case_no, kind, party_id) values (?, ?, ?, ?, ?)""";

    /** A case of a submission, and by which party its author acts in it. */
    public record Part(String caseNo, Kind kind, String partyId) {}

    /** A submission as the tracking page needs it. */
    public record Found(String submissionNo, Instant receivedAt, Macs.@Nullable Keyed tracking, List<Part> parts) {}

    private final JdbcClient jdbc;
    private final Inserts inserts;

    SubmissionStore(JdbcClient jdbc, Inserts inserts) {
        this.jdbc = jdbc;
        this.inserts = inserts;
    }

    /** The next numbers of an agency's day, e.g. {@code S620823-260506-0012}. Numbers are no capability. */
    public List<String> nextNumbers(String agency, Instant receivedAt, int count) {
        return nextNumbers(Collections.nCopies(count, Wanted.of(agency, receivedAt)));
    }

    /** Whose number of which day is wanted. */
    public record Wanted(String agency, LocalDate day) {
        public static Wanted of(String agency, Instant receivedAt) {
            return new Wanted(agency, receivedAt.atZone(ZONE).toLocalDate());
        }

        private String number(int n) {
            return "S%s-%s-%04d".formatted(agency, DAY.format(day), n);
        }
    }

    /** The next number for each, in their order, in one round trip. */
    public List<String> nextNumbers(List<Wanted> each) {
        Map<Wanted, Integer> left = new LinkedHashMap<>();
        each.forEach(one -> left.merge(one, 1, Integer::sum));
        Map<Wanted, Integer> last = new HashMap<>();
        jdbc.sql(NEXT)
                .params(
                        left.keySet().stream().map(Wanted::agency).toArray(String[]::new),
                        left.keySet().stream().map(one -> one.day().toString()).toArray(String[]::new),
                        left.values().toArray(Integer[]::new))
                .query((ResultSet rs) -> {
                    last.put(new Wanted(rs.getString(1), rs.getObject(2, LocalDate.class)), rs.getInt(3));
                });
        return each.stream()
                .map(one -> one.number(last.getOrDefault(one, 0) - left.merge(one, -1, Integer::sum)))
                .toList();
    }

    /**
     * A submission to be written.
     *
     * @param registeredBy person id, or null for the public
     * @param tracking null when nobody was given a code
     */
    public record Row(
            String submissionNo,
            String agency,
            Submission submission,
            Instant receivedAt,
            Instant now,
            @Nullable String registeredBy,
            Macs.@Nullable Keyed tracking) {}

    /** The place of a case in its submission. */
    public record PartRow(String submissionNo, int position, Part part) {}

    /** Writes submissions, in one round trip. */
    public void insert(List<Row> rows) {
        inserts.together(() -> {
            rows.forEach(row -> inserts.add(INSERT, values(row)));
            return rows;
        });
    }

    /** Writes which cases came of which submissions, in one round trip. */
    public void insertParts(List<PartRow> rows) {
        inserts.together(() -> {
            rows.forEach(row -> inserts.add(
                    PART,
                    row.submissionNo(),
                    row.position(),
                    row.part().caseNo(),
                    row.part().kind().name(),
                    row.part().partyId()));
            return rows;
        });
    }

    /** One more case of a submission; nothing when the file came without one. */
    public void append(String submissionNo, Part part) {
        jdbc.sql("""
                        insert into intake.submission_case (submission_no, position, case_no, kind, party_id)
                        select s.submission_no,
                               1 + coalesce((select max(c.position) from intake.submission_case c
                                              where c.submission_no = s.submission_no), 0),
                               ?, ?, ?
                          from intake.submission s where s.submission_no = ?""")
                .params(part.caseNo(), part.kind().name(), part.partyId(), submissionNo)
                .update();
    }

    private static @Nullable Object[] values(Row row) {
        Submission submission = row.submission();
        Macs.Keyed tracking = row.tracking();
        return new @Nullable Object[] {
            row.submissionNo(),
            row.agency(),
            submission.channel().name(),
            submission.kinds().stream().map(Kind::name).toArray(String[]::new),
            submission.kindsProposed(),
            submission.consents().greenChannel(),
            submission.consents().entrustedMediation(),
            submission.consents().disclosure(),
            Timestamp.from(row.receivedAt()),
            Timestamp.from(row.now()),
            row.registeredBy(),
            tracking == null ? null : tracking.key(),
            tracking == null ? null : tracking.mac()
        };
    }

    /** The number of the submission that a case came of, when it has a tracking code. */
    public Optional<String> trackedSubmissionOf(String caseNo) {
        return jdbc.sql("""
                        select s.submission_no from intake.submission s join intake.submission_case c using (submission_no)
                         where c.case_no = ? and s.tracking_mac is not null""").param(caseNo).query((rs, n) -> rs.getString(1)).optional();
    }

    /** What the author of a case was asked and said; nobody asks a row of an import. */
    public Optional<GivenConsents.Given> consents(String caseNo) {
        return jdbc.sql("""
                        select s.disclosure, s.entrusted_mediation
                          from intake.submission s join intake.submission_case c using (submission_no)
                         where c.case_no = ? and s.channel <> 'IMPORT'""")
                .param(caseNo)
                .query((rs, n) -> new GivenConsents.Given(rs.getBoolean(1), rs.getBoolean(2)))
                .optional();
    }

    public Optional<Found> find(String submissionNo) {
        return jdbc.sql("""
                        select received_at, tracking_key, tracking_mac from intake.submission
                         where submission_no = ?""")
                .param(submissionNo)
                .query((rs, n) -> {
                    byte[] mac = rs.getBytes(3);
                    Macs.Keyed tracking = mac == null ? null : new Macs.Keyed(rs.getInt(2), mac);
                    return new Found(submissionNo, rs.getTimestamp(1).toInstant(), tracking, parts(submissionNo));
                })
                .optional();
    }

    private List<Part> parts(String submissionNo) {
        return jdbc.sql("""
                        select case_no, kind, party_id from intake.submission_case where submission_no = ?
                         order by position""")
                .param(submissionNo)
                .query((rs, n) -> new Part(rs.getString(1), Kind.valueOf(rs.getString(2)), rs.getString(3)))
                .list();
    }
}
