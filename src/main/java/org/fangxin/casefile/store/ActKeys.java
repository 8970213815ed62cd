package org.fangxin.casefile.store;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.CaseFiles.Done;
import org.fangxin.casefile.CaseState;
import org.fangxin.cipher.CipherDevice;
import org.fangxin.cipher.KeyUse;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Idempotent acts: the same key for the same act of a case is answered again and done once. */
@Component
class ActKeys {
    private record Answer(List<String> entries, List<String> opened) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CipherDevice device;

    ActKeys(JdbcClient jdbc, JsonMapper json, CipherDevice device) {
        this.jdbc = jdbc;
        this.json = json;
        this.device = device;
    }

    Optional<Done> find(
            CaseRows.Head head,
            Act act,
            Map<String, ?> fields,
            @Nullable String key,
            Function<String, Optional<CaseState>> state) {
        if (key == null) {
            return Optional.empty();
        }
        return jdbc.sql("select request_digest, answer from casefile.act_key where case_id = ? and key = ?")
                .params(head.id(), key)
                .query((rs, n) -> List.of(rs.getString(1), rs.getString(2)))
                .optional()
                .map(found -> {
                    if (!found.get(0).equals(digest(act, fields))) {
                        throw Problem.invalid("Idempotency-Key", "reused", "这个 Idempotency-Key 已用于另一次提交。请换一个新的。");
                    }
                    Answer answer = json.readValue(found.get(1), Answer.class);
                    return new Done(
                            state.apply(head.caseNo()).orElseThrow(Problem::notFound), answer.entries(),
                            answer.opened(), List.of());
                });
    }

    void remember(CaseRows.Head head, Act act, Map<String, ?> fields, @Nullable String key, Done done, Instant now) {
        if (key == null) {
            return;
        }
        jdbc.sql("""
                        insert into casefile.act_key (case_id, key, request_digest, version, answer, made_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        head.id(),
                        key,
                        digest(act, fields),
                        done.state().seq(),
                        json.writeValueAsString(new Answer(done.entries(), done.opened())),
                        Timestamp.from(now))
                .update();
    }

    /** Keyed, because a body may hold telephones and ID numbers, which a bare digest gives away to whoever counts. */
    private String digest(Act act, Map<String, ?> fields) {
        int oldest = device.keys(KeyUse.BLIND_INDEX).stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElseThrow();
        String body = "ACT\0" + act.id() + '\0' + json.writeValueAsString(new java.util.TreeMap<>(fields));
        return HexFormat.of().formatHex(device.mac(oldest, body.getBytes(StandardCharsets.UTF_8)));
    }
}
