package org.fangxin.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.intake.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reporters' identities (Art. 37): written by the application, read only under the role {@code fx_vault}. Runs in the
 * program's own scope and in a transaction.
 */
@Component
public class VaultStore {
    private static final String TABLE = "intake.vault";
    private static final String INSERT = """
            insert into intake.vault (case_no, submission_no, anonymous, identity, original, phone_index,
                id_number_index, name_index, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Who reported, and the text as it came when it named him. */
    public record Reporter(
            Submission.Person person, @Nullable String originalText) {}

    private final JdbcClient jdbc;
    private final Ciphers ciphers;
    private final BlindIndex index;
    private final JsonMapper json;

    VaultStore(JdbcClient jdbc, Ciphers ciphers, BlindIndex index, JsonMapper json) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
        this.index = index;
        this.json = json;
    }

    public void insert(String caseNo, String submissionNo, Reporter reporter, Instant now) {
        Submission.Person person = reporter.person();
        String original = reporter.originalText();
        jdbc.sql(INSERT)
                .params(Arrays.asList(
                        caseNo,
                        submissionNo,
                        person.anonymous(),
                        ciphers.vault().encrypt(json.writeValueAsString(person), place("identity", caseNo)),
                        original == null ? null : ciphers.vault().encrypt(original, place("original", caseNo)),
                        fingerprint(BlindIndex.Kind.PHONE, person.phone()),
                        fingerprint(BlindIndex.Kind.ID_NUMBER, person.idNumber()),
                        fingerprint(BlindIndex.Kind.NAME, person.name()),
                        Timestamp.from(now)))
                .update();
    }

    /** The reporter of a case; the reading is written down first, whether there is one or not. */
    public Optional<Reporter> read(String caseNo, String personId, String purpose, Instant now) {
        jdbc.sql("insert into intake.vault_reading (case_no, person_id, purpose, read_at) values (?, ?, ?, ?)")
                .params(caseNo, personId, purpose, Timestamp.from(now))
                .update();
        return asKeeper(() -> jdbc.sql("select identity, original from intake.vault where case_no = ?")
                .param(caseNo)
                .query((rs, n) -> opened(caseNo, rs.getBytes(1), rs.getBytes(2)))
                .optional());
    }

    /** Whether the reporter of a case gave name and telephone; no identity is read. */
    public boolean leftTelephone(String caseNo) {
        return asKeeper(() ->
                jdbc.sql("""
                        select not anonymous and phone_index is not null from intake.vault where case_no = ?""").param(caseNo).query(Boolean.class).optional().orElse(false));
    }

    /** Numbers of earlier reports by the same telephone or ID number (Art. 35); the fingerprints tell, no identity is read. */
    public List<String> reportsBySame(Submission.Person person) {
        List<byte[]> prints = new java.util.ArrayList<>();
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

    private Reporter opened(String caseNo, byte[] identity, byte @Nullable [] original) {
        Submission.Person person =
                json.readValue(ciphers.vault().decrypt(identity, place("identity", caseNo)), Submission.Person.class);
        String text = original == null ? null : ciphers.vault().decrypt(original, place("original", caseNo));
        return new Reporter(person, text);
    }

    private byte @Nullable [] fingerprint(BlindIndex.Kind kind, @Nullable String value) {
        return value == null ? null : index.of(kind, value);
    }

    private static Place place(String column, String caseNo) {
        return new Place(TABLE, column, caseNo);
    }
}
