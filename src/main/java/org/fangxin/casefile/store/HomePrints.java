package org.fangxin.casefile.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.AddressPrints;
import org.fangxin.casefile.HomeAddress;
import org.fangxin.casefile.PartyRole;
import org.fangxin.cipher.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link AddressPrints} of the sealed parties: what is opened here leaves as a fingerprint and never as an address. */
@Component
class HomePrints implements AddressPrints {
    private static final String COMPLAINANTS = """
            select p.case_id, p.party_id from casefile.party p join casefile.case_file c on c.id = p.case_id
             where c.case_no = ? and c.kind = 'COMPLAINT' and p.role = ? and p.address is not null""";

    private final JdbcClient jdbc;
    private final Parties parties;
    private final BlindIndex index;

    HomePrints(JdbcClient jdbc, Parties parties, BlindIndex index) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.index = index;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, byte[]> ofComplainants(String caseNo) {
        List<Seat> seats = jdbc.sql(COMPLAINANTS)
                .params(caseNo, PartyRole.COMPLAINANT.name())
                .query((rs, n) -> new Seat(rs.getLong(1), rs.getString(2)))
                .list();
        Map<String, byte[]> prints = new HashMap<>();
        seats.forEach(
                seat -> print(seat.caseId(), seat.partyId()).ifPresent(found -> prints.put(seat.partyId(), found)));
        return prints;
    }

    private record Seat(long caseId, String partyId) {}

    private Optional<byte[]> print(long caseId, String partyId) {
        return parties.open(caseId, partyId, Parties.Field.ADDRESS)
                .flatMap(HomeAddress::comparable)
                .map(address -> index.of(BlindIndex.Kind.HOME, address));
    }
}
