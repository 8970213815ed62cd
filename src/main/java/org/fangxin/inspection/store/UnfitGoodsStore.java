package org.fangxin.inspection.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.casefile.Fields;
import org.fangxin.inspection.Sample.Item;
import org.fangxin.inspection.UnfitGoods;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was found unfit; see {@link UnfitGoods}. */
@Component
class UnfitGoodsStore implements UnfitGoods {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    UnfitGoodsStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Unfit> of(String merchantCode, LocalDate from, LocalDate through) {
        return jdbc.sql("""
                        select s.sample_id, s.year, s.serial, r.received_at, s.product, s.batch, r.items, o.year, o.serial
                          from inspection.sample s
                          join lateral (select received_at, items, fit from inspection.result r
                                         where r.sample_id = s.sample_id order by r.retest desc limit 1) r on not r.fit
                          left join inspection.off_shelf o on o.sample_id = s.sample_id and o.relation = 'SAMPLED'
                         where s.merchant_code = ?
                           and not exists (select from inspection.voided v where v.sample_id = s.sample_id)
                           and (r.received_at at time zone 'Asia/Shanghai')::date between ? and ?
                         order by r.received_at, s.sample_id""")
                .params(merchantCode, from, through)
                .query(this::unfit)
                .list();
    }

    private Unfit unfit(ResultSet rs, int n) throws SQLException {
        List<Item> items = json.readValue(rs.getString(7), new TypeReference<List<Item>>() {});
        return new Unfit(
                rs.getLong(1),
                Numbers.sample(rs.getInt(2), rs.getInt(3)),
                rs.getTimestamp(4).toInstant().atZone(Fields.ZONE).toLocalDate(),
                rs.getString(5),
                rs.getString(6),
                items.stream().filter(one -> !one.fit()).map(Item::item).toList(),
                orderNo(rs));
    }

    private static @Nullable String orderNo(ResultSet rs) throws SQLException {
        int year = rs.getInt(8);
        return rs.wasNull() ? null : Numbers.order(year, rs.getInt(9));
    }
}
