package org.fangxin.merchant.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.NameKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of the registry, one by one; each change keeps what was said before. */
@Component
public class EntityStore {
    private static final int MANY = 200;
    private static final String ONE = "select " + EntityRows.COLUMNS + " from merchant.entity where ";
    private static final String KEEP = """
            insert into merchant.entity_past (entity_id, version, said, act, person, changed_at)
            select id, version,
                   jsonb_build_object('uscc', uscc, 'oldNumber', old_no, 'name', name, 'aliases', aliases, 'kind', kind, 'status', status,
                       'address', address, 'regionCode', region_code, 'trade', trade, 'registeredOn', registered_on,
                       'parentUscc', parent_uscc, 'platformUscc', platform_uscc, 'mergedInto', merged_into),
                   ?, ?, ?
              from merchant.entity where id = ?""";

    /** What an entry said before, as JSON. */
    public record Past(int version, String said, String act, String person, Instant changedAt) {}

    private final JdbcClient jdbc;

    EntityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<MarketEntity> find(long id) {
        return jdbc.sql(ONE + "id = ?").param(id).query(EntityRows::of).optional();
    }

    /** Also waits for whoever changes it at this moment. */
    public Optional<MarketEntity> lock(long id) {
        return jdbc.sql(ONE + "id = ? for update")
                .param(id)
                .query(EntityRows::of)
                .optional();
    }

    public Optional<MarketEntity> byCode(String uscc) {
        return jdbc.sql(ONE + "uscc = ?").param(uscc).query(EntityRows::of).optional();
    }

    /** One that is known by its old number and has no code yet. */
    public Optional<MarketEntity> byOldNumber(String number) {
        return jdbc.sql(ONE + "old_no = ? and uscc is null")
                .param(number)
                .query(EntityRows::of)
                .optional();
    }

    /** Those that were merged into an entry. */
    public List<MarketEntity> mergedInto(long id) {
        return jdbc.sql(ONE + "merged_into = ? order by id limit ?")
                .params(id, MANY)
                .query(EntityRows::of)
                .list();
    }

    public List<MarketEntity> branchesOf(String uscc) {
        return many("parent_uscc = ? order by name limit ?", uscc);
    }

    public List<MarketEntity> shopsOn(String uscc) {
        return many("platform_uscc = ? order by name limit ?", uscc);
    }

    private List<MarketEntity> many(String condition, String uscc) {
        return jdbc.sql(ONE + condition)
                .params(uscc, MANY)
                .query(EntityRows::of)
                .list();
    }

    public List<Past> past(long id) {
        return jdbc.sql("""
                        select version, said::text, act, person, changed_at from merchant.entity_past
                         where entity_id = ? order by version desc""")
                .param(id)
                .query((rs, n) -> new Past(
                        rs.getInt(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getTimestamp(5).toInstant()))
                .list();
    }

    /** Two who enter the same code at once come one after the other, and the second hears of the first. */
    public void alone(String code) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("merchant-" + code)
                .query(String.class)
                .single();
    }

    /** A new entry that an officer made; its id. */
    public long insert(MarketEntity entity, Instant now) {
        return jdbc.sql("""
                        insert into merchant.entity (uscc, old_no, name, aliases, kind, status, address, region_code, trade,
                            registered_on, parent_uscc, platform_uscc, pinyin, terms, source, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::tsvector, 'OFFICER', ?) returning id""")
                .params(values(entity, Timestamp.from(now)))
                .query(Long.class)
                .single();
    }

    /** Writes what an officer corrected; what was said before is kept. */
    public void update(MarketEntity entity, String person, Instant now) {
        keep(entity.id(), "CORRECTED", person, now);
        List<@Nullable Object> values = values(entity, Timestamp.from(now));
        values.add(entity.id());
        jdbc.sql("""
                        update merchant.entity set uscc = ?, old_no = ?, name = ?, aliases = ?, kind = ?, status = ?, address = ?,
                            region_code = ?, trade = ?, registered_on = ?, parent_uscc = ?, platform_uscc = ?, pinyin = ?,
                            terms = ?::tsvector, changed_at = ?, version = version + 1 where id = ?""").params(values).update();
    }

    /** @param into the entry that takes this one's place, or null to undo it */
    public void merge(long id, @Nullable Long into, String person, Instant now) {
        keep(id, into == null ? "UNMERGED" : "MERGED", person, now);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(into);
        values.add(Timestamp.from(now));
        values.add(id);
        jdbc.sql("update merchant.entity set merged_into = ?, changed_at = ?, version = version + 1 where id = ?")
                .params(values)
                .update();
    }

    private void keep(long id, String act, String person, Instant now) {
        jdbc.sql(KEEP).params(act, person, Timestamp.from(now), id).update();
    }

    private static List<@Nullable Object> values(MarketEntity entity, Timestamp now) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(entity.uscc());
        values.add(entity.oldNumber());
        values.add(entity.name());
        values.add(entity.aliases().toArray(String[]::new));
        values.add(entity.kind().name());
        values.add(entity.status().name());
        values.add(entity.address());
        values.add(entity.regionCode());
        values.add(entity.trade());
        values.add(entity.registeredOn());
        values.add(entity.parentUscc());
        values.add(entity.platformUscc());
        values.add(NameKeys.pinyin(NameKeys.plain(entity.name())));
        values.add(NameKeys.terms(entity.name(), entity.aliases(), entity.regionCode()));
        values.add(now);
        return values;
    }
}
