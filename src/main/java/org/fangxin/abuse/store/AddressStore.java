package org.fangxin.abuse.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fingerprints of addresses, beside the complaints that they belong to. */
@Component
public class AddressStore {
    private final JdbcClient jdbc;

    AddressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param prints party id → fingerprint */
    public void keep(String caseNo, Map<String, byte[]> prints, Instant receivedAt) {
        prints.forEach((partyId, print) -> jdbc.sql("""
                        insert into abuse.address_print (case_no, party_id, address_mac, received_at) values (?, ?, ?, ?)
                        on conflict (case_no, party_id) do update set address_mac = excluded.address_mac""")
                .params(caseNo, partyId, print, Timestamp.from(receivedAt))
                .update());
    }

    public void forgetAll() {
        jdbc.sql("delete from abuse.address_print").update();
    }
}
