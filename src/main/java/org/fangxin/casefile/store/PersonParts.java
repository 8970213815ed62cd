package org.fangxin.casefile.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.PersonCases;
import org.fangxin.cipher.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link PersonCases} by the blind index. */
@Component
class PersonParts implements PersonCases {
    /** Businesses are looked up elsewhere, by their code. */
    private static final Set<PartyRole> BUSINESS = Set.of(PartyRole.RESPONDENT, PartyRole.REPORTED);

    private static final String OF_PERSON = """
            select c.case_no, p.role, p.name_masked, p.phone_masked, c.received_at
              from casefile.party p join casefile.case_file c on c.id = p.case_id
             where (p.phone_index = any (:phones) or p.id_number_index = any (:ids))
               and p.role = any (:roles) and c.kind <> 'REPORT'
             order by c.received_at desc, c.case_no, p.party_id limit :limit""";

    private static final String OF_SEAT = """
            select p.phone_index, p.id_number_index
              from casefile.party p join casefile.case_file c on c.id = p.case_id
             where c.case_no = ? and p.party_id = ? and p.role = any (?) and c.kind <> 'REPORT'""";

    private final JdbcClient jdbc;
    private final BlindIndex index;

    PersonParts(JdbcClient jdbc, BlindIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Part> of(Key key, int limit) {
        return switch (key) {
            case Key.Phone phone -> parts(index.candidates(BlindIndex.Kind.PHONE, phone.number()), List.of(), limit);
            case Key.IdNumber id -> parts(List.of(), index.candidates(BlindIndex.Kind.ID_NUMBER, id.number()), limit);
            case Key.Seat seat -> sameAs(seat, limit);
        };
    }

    private List<Part> sameAs(Key.Seat seat, int limit) {
        List<byte[]> phones = new ArrayList<>();
        List<byte[]> ids = new ArrayList<>();
        jdbc.sql(OF_SEAT).params(seat.caseNo(), seat.partyId(), people()).query(rs -> {
            Stream.ofNullable(rs.getBytes(1)).forEach(phones::add);
            Stream.ofNullable(rs.getBytes(2)).forEach(ids::add);
        });
        return parts(phones, ids, limit);
    }

    private List<Part> parts(List<byte[]> phones, List<byte[]> ids, int limit) {
        if (phones.isEmpty() && ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(OF_PERSON)
                .param("phones", phones.toArray(byte[][]::new))
                .param("ids", ids.toArray(byte[][]::new))
                .param("roles", people())
                .param("limit", limit)
                .query((rs, n) -> new Part(
                        rs.getString(1),
                        PartyRole.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getTimestamp(5).toInstant()))
                .list();
    }

    private static String[] people() {
        return Stream.of(PartyRole.values())
                .filter(role -> !BUSINESS.contains(role))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
