package org.fangxin.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.cipher.Place;
import org.fangxin.cipher.ReporterKey;
import org.fangxin.database.Inserts;
import org.fangxin.intake.ReporterField;
import org.fangxin.intake.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reporters' identities (Art. 37): written by the application, which cannot open them again; read only under the role
 * {@code fx_vault} and with the keeper's pass-phrase. Runs in the program's own scope and in a transaction.
 */
@Component
public class VaultStore {
    private static final String INSERT = """
            insert into intake.vault (case_no, submission_no, anonymous, phone_index, id_number_index, name_index,
                address_index, address_length, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String FIELD =
            "insert into intake.vault_field (case_no, field, bound_to, sealed) values (?, ?, ?, ?)";
    private static final String COPY = """
            insert into intake.vault (case_no, submission_no, anonymous, phone_index, id_number_index, name_index,
                address_index, address_length, recorded_at)
            select ?, ?, anonymous, phone_index, id_number_index, name_index, address_index, address_length, ?
              from intake.vault where case_no = ?""";
    private static final String COPY_FIELDS = """
            insert into intake.vault_field (case_no, field, bound_to, sealed)
            select ?, field, bound_to, sealed from intake.vault_field
             where case_no = ? and field <> coalesce(?, '')""";

    /** Who reported, and the text as it came when it named him. */
    public record Reporter(
            Submission.Person person, @Nullable String originalText) {}

    /** What may be known of a reporter without opening anything. */
    public record Behind(boolean anonymous, Prints prints) {}

    /** Keyed fingerprints by which a person's own data is recognised in a text. */
    public record Prints(
            byte @Nullable [] phone,
            byte @Nullable [] idNumber,
            byte @Nullable [] name,
            byte @Nullable [] address,
            int addressLength) {}

    private final JdbcClient jdbc;
    private final ReporterKey key;
    private final BlindIndex index;
    private final RepeatPrints prints;
    private final Inserts inserts;

    VaultStore(JdbcClient jdbc, ReporterKey key, BlindIndex index, RepeatPrints prints, Inserts inserts) {
        this.jdbc = jdbc;
        this.key = key;
        this.index = index;
        this.prints = prints;
        this.inserts = inserts;
    }

    public void insert(String caseNo, String submissionNo, Reporter reporter, Instant now) {
        Submission.Person person = reporter.person();
        String address = person.address();
        inserts.add(
                INSERT,
                caseNo,
                submissionNo,
                person.anonymous(),
                fingerprint(BlindIndex.Kind.PHONE, person.phone()),
                fingerprint(BlindIndex.Kind.ID_NUMBER, person.idNumber()),
                fingerprint(BlindIndex.Kind.NAME, person.name()),
                fingerprint(BlindIndex.Kind.ADDRESS, address),
                address == null ? null : BlindIndex.length(address),
                Timestamp.from(now));
        prints.note(caseNo, submissionNo, person);
        for (ReporterField field : ReporterField.values()) {
            String value = field.from(person, reporter.originalText());
            if (value != null) {
                seal(caseNo, field, value);
            }
        }
    }

    /** One value, sealed for the keeper. */
    void seal(String caseNo, ReporterField field, String value) {
        inserts.add(FIELD, caseNo, field.name(), caseNo, key.seal(value, place(field, caseNo)));
    }

    /** The same reporter behind another number; nothing is opened. With a new text of his, the old one stays behind. */
    public void copy(String from, String to, String submissionNo, @Nullable String newOriginal, Instant now) {
        asKeeper(() -> {
            jdbc.sql(COPY).params(to, submissionNo, Timestamp.from(now), from).update();
            return jdbc.sql(COPY_FIELDS)
                    .params(Arrays.asList(to, from, newOriginal == null ? null : ReporterField.ORIGINAL_TEXT.name()))
                    .update();
        });
        prints.copy(from, to);
        if (newOriginal != null) {
            seal(to, ReporterField.ORIGINAL_TEXT, newOriginal);
        }
    }

    /** Which fields there are of a case's reporter; nothing is opened. */
    public List<ReporterField> fields(String caseNo) {
        return asKeeper(() -> jdbc.sql("select field from intake.vault_field where case_no = ?")
                        .param(caseNo)
                        .query((rs, n) -> ReporterField.valueOf(rs.getString(1)))
                        .list())
                .stream()
                .sorted()
                .toList();
    }

    /** Who opens what for which purpose. */
    public record Reading(String openingId, String caseNo, ReporterField field, String purpose, String personId) {}

    /** One value in clear; the reading is written down first, whether there is one or not. */
    public Optional<String> read(Reading reading, char[] passphrase, Instant now) {
        jdbc.sql("""
                        insert into intake.vault_reading (case_no, person_id, purpose, read_at, field, opening_id)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        reading.caseNo(),
                        reading.personId(),
                        reading.purpose(),
                        Timestamp.from(now),
                        reading.field().name(),
                        reading.openingId())
                .update();
        return asKeeper(() -> jdbc.sql(
                        "select sealed, bound_to from intake.vault_field where case_no = ? and field = ?")
                .params(reading.caseNo(), reading.field().name())
                .query((rs, n) -> key.open(rs.getBytes(1), place(reading.field(), rs.getString(2)), passphrase))
                .optional());
    }

    /** Whether the reporter of a case gave name and telephone; no identity is read. */
    public boolean leftTelephone(String caseNo) {
        return asKeeper(() ->
                jdbc.sql("""
                        select not anonymous and phone_index is not null from intake.vault where case_no = ?""").param(caseNo).query(Boolean.class).optional().orElse(false));
    }

    /** What the fingerprints tell of a case's reporter; empty when nobody is behind it. */
    public Optional<Behind> behind(String caseNo) {
        return asKeeper(() -> jdbc.sql("""
                        select anonymous, phone_index, id_number_index, name_index, address_index, address_length
                          from intake.vault where case_no = ?""")
                .param(caseNo)
                .query((rs, n) -> new Behind(
                        rs.getBoolean(1),
                        new Prints(rs.getBytes(2), rs.getBytes(3), rs.getBytes(4), rs.getBytes(5), rs.getInt(6))))
                .optional());
    }

    /** Numbers of earlier reports by the same telephone or ID number (Art. 35); the fingerprints tell, no identity is read. */
    public List<String> reportsBySame(Submission.Person person) {
        List<byte[]> prints = new ArrayList<>();
        if (person.phone() != null) {
            prints.addAll(index.candidates(BlindIndex.Kind.PHONE, person.phone()));
        }
        if (person.idNumber() != null) {
            prints.addAll(index.candidates(BlindIndex.Kind.ID_NUMBER, person.idNumber()));
        }
        return prints.isEmpty()
                ? List.of()
                : asKeeper(() -> jdbc.sql("""
                                select case_no from intake.vault
                                 where phone_index in (:prints) or id_number_index in (:prints)
                                 order by recorded_at""")
                        .param("prints", prints)
                        .query(String.class)
                        .list());
    }

    private <T> T asKeeper(Supplier<T> reading) {
        jdbc.sql("set local role fx_vault").update();
        T read = reading.get();
        // after a failure the transaction's end gives the role back
        jdbc.sql("reset role").update();
        return read;
    }

    private byte @Nullable [] fingerprint(BlindIndex.Kind kind, @Nullable String value) {
        return value == null ? null : index.of(kind, value);
    }

    private static Place place(ReporterField field, String caseNo) {
        return new Place("intake.vault_field", field.name(), caseNo);
    }
}
