package org.fangxin.casefile.store;

import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Mask;
import org.fangxin.cipher.Place;
import org.fangxin.database.Inserts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People and businesses of a case: sealed field by field, shown masked, found only by fingerprint. */
@Component
public class Parties {
    private static final String TABLE = "casefile.party";
    /** The columns in which a party is kept, in the order of {@link #row}. */
    static final List<String> COLUMNS = List.of(
            "case_id",
            "party_id",
            "role",
            "name",
            "phone",
            "id_number",
            "address",
            "email",
            "name_masked",
            "phone_masked",
            "id_number_masked",
            "address_masked",
            "email_masked",
            "phone_index",
            "id_number_index",
            "name_index");

    private static final String INSERT = "insert into casefile.party (" + String.join(", ", COLUMNS) + ") values ("
            + String.join(", ", COLUMNS.stream().map(column -> "?").toList()) + ")";
    private static final String MASKED = """
            select party_id, role, name_masked, phone_masked, id_number_masked, address_masked, email_masked
              from casefile.party where case_id = ? order by party_id""";

    /** A party as lists and pages show it. */
    public record Masked(
            String partyId,
            String role,
            String name,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String email) {}

    /** The fields that can be unmasked one at a time. */
    public enum Field {
        NAME("name"),
        PHONE("phone"),
        ID_NUMBER("id_number"),
        ADDRESS("address"),
        EMAIL("email");

        private final String column;

        Field(String column) {
            this.column = column;
        }
    }

    private final JdbcClient jdbc;
    private final Ciphers ciphers;
    private final BlindIndex index;
    private final Inserts inserts;

    Parties(JdbcClient jdbc, Ciphers ciphers, BlindIndex index, Inserts inserts) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
        this.index = index;
        this.inserts = inserts;
    }

    void insert(long caseId, String partyId, PartyData p) {
        inserts.add(INSERT, row(caseId, partyId, p));
    }

    /** A party as it is kept: sealed, masked, with its fingerprints. */
    @Nullable
    Object[] row(long caseId, String partyId, PartyData p) {
        boolean business = p.role() == PartyRole.RESPONDENT || p.role() == PartyRole.REPORTED;
        return new @Nullable Object[] {
            caseId,
            partyId,
            p.role().name(),
            seal(caseId, partyId, Field.NAME, p.name()),
            seal(caseId, partyId, Field.PHONE, p.phone()),
            seal(caseId, partyId, Field.ID_NUMBER, p.idNumber()),
            seal(caseId, partyId, Field.ADDRESS, p.address()),
            seal(caseId, partyId, Field.EMAIL, p.email()),
            business ? p.name() : Mask.name(p.name()),
            masked(p.phone(), Mask::phone),
            masked(p.idNumber(), Mask::idNumber),
            business ? p.address() : masked(p.address(), Mask::address),
            masked(p.email(), Mask::email),
            fingerprint(BlindIndex.Kind.PHONE, p.phone()),
            fingerprint(BlindIndex.Kind.ID_NUMBER, p.idNumber()),
            fingerprint(BlindIndex.Kind.NAME, p.name())
        };
    }

    /** The parties of a case, masked; within the transaction's scope. */
    public List<Masked> masked(long caseId) {
        return jdbc.sql(MASKED)
                .param(caseId)
                .query((rs, n) -> new Masked(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7)))
                .list();
    }

    /** One field in clear; empty when there is none. The caller records the purpose first. */
    Optional<String> open(long caseId, String partyId, Field field) {
        return jdbc.sql("select " + field.column + " from casefile.party where case_id = ? and party_id = ?")
                .params(caseId, partyId)
                .query((rs, n) -> Optional.ofNullable(rs.getBytes(1)))
                .optional()
                .flatMap(found -> found)
                .map(kept -> ciphers.party().decrypt(kept, place(caseId, partyId, field)));
    }

    /** All parties of a case in clear, to be sealed again for a case that comes of it. */
    List<PartyData> inClear(long caseId) {
        return masked(caseId).stream()
                .map(p -> new PartyData(
                        PartyRole.valueOf(p.role()),
                        open(caseId, p.partyId(), Field.NAME).orElse(""),
                        open(caseId, p.partyId(), Field.PHONE).orElse(null),
                        open(caseId, p.partyId(), Field.ID_NUMBER).orElse(null),
                        open(caseId, p.partyId(), Field.ADDRESS).orElse(null),
                        open(caseId, p.partyId(), Field.EMAIL).orElse(null)))
                .toList();
    }

    /** The parties named, each in the role that it has in the new case. */
    List<PartyData> inClear(long caseId, List<Entry.Party> wanted) {
        return wanted.stream()
                .map(party -> new PartyData(
                        party.role(),
                        open(caseId, party.id(), Field.NAME).orElse(""),
                        open(caseId, party.id(), Field.PHONE).orElse(null),
                        open(caseId, party.id(), Field.ID_NUMBER).orElse(null),
                        open(caseId, party.id(), Field.ADDRESS).orElse(null),
                        open(caseId, party.id(), Field.EMAIL).orElse(null)))
                .toList();
    }

    private byte @Nullable [] seal(long caseId, String partyId, Field field, @Nullable String value) {
        return value == null || value.isBlank() ? null : ciphers.party().encrypt(value, place(caseId, partyId, field));
    }

    private byte @Nullable [] fingerprint(BlindIndex.Kind kind, @Nullable String value) {
        return value == null || value.isBlank() ? null : index.of(kind, value);
    }

    private static @Nullable String masked(@Nullable String value, java.util.function.UnaryOperator<String> how) {
        return value == null || value.isBlank() ? null : how.apply(value);
    }

    private static Place place(long caseId, String partyId, Field field) {
        return new Place(TABLE, field.column, caseId + "/" + partyId);
    }
}
