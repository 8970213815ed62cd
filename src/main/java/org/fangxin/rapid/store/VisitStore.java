package org.fangxin.rapid.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Arrivals and departures; the place in words is sealed. Within the thread's scope. */
@Component
public class VisitStore {
    /** @param step ARRIVED or LEFT */
    public record Visit(
            String caseNo,
            String person,
            String step,
            Instant at,
            Instant recordedAt,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable Integer accuracy,
            @Nullable String place) {}

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    VisitStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    /** @return false when the same was sent before */
    public boolean add(Visit visit, String key) {
        byte[] place = visit.place() == null
                ? null
                : ciphers.party().encrypt(visit.place(), place(visit.caseNo(), visit.person(), visit.at()));
        return jdbc.sql("""
                                insert into rapid.visit (case_no, person_id, step, at, recorded_at, latitude, longitude,
                                    accuracy_m, place, key_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (case_no, person_id, key_hash) do nothing""")
                        .params(Arrays.asList(
                                visit.caseNo(),
                                visit.person(),
                                visit.step(),
                                Timestamp.from(visit.at()),
                                Timestamp.from(visit.recordedAt()),
                                visit.latitude(),
                                visit.longitude(),
                                visit.accuracy(),
                                place,
                                hash(key)))
                        .update()
                == 1;
    }

    public List<Visit> ofCase(String caseNo) {
        return jdbc.sql("""
                        select person_id, step, at, recorded_at, latitude, longitude, accuracy_m, place
                          from rapid.visit where case_no = ? order by at, visit_id""")
                .param(caseNo)
                .query((rs, n) -> {
                    byte[] place = rs.getBytes(8);
                    Instant at = rs.getTimestamp(3).toInstant();
                    String person = rs.getString(1);
                    return new Visit(
                            caseNo,
                            person,
                            rs.getString(2),
                            at,
                            rs.getTimestamp(4).toInstant(),
                            rs.getBigDecimal(5),
                            rs.getBigDecimal(6),
                            rs.getObject(7, Integer.class),
                            place == null ? null : ciphers.party().decrypt(place, place(caseNo, person, at)));
                })
                .list();
    }

    private static Place place(String caseNo, String person, Instant at) {
        return new Place("rapid.visit", "place", caseNo + "/" + person + "/" + at.getEpochSecond());
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
