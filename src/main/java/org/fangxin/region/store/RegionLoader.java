package org.fangxin.region.store;

import java.util.List;
import org.fangxin.region.Division;
import org.fangxin.region.internal.AgencyRow;
import org.fangxin.region.internal.DefaultAgencies;
import org.fangxin.region.internal.DivisionFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the shipped divisions and the default agencies into the database, once for each version of the file and in one
 * transaction. What administrators changed stays: agencies that exist are left alone.
 */
public final class RegionLoader {
    private static final Logger LOG = LoggerFactory.getLogger(RegionLoader.class);
    private static final long ONE_LOADER = 200_001;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public RegionLoader(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Loads the file unless its version is there already; returns whether it did. */
    public boolean load(DivisionFile file) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(?)")
                    .param(ONE_LOADER)
                    .query()
                    .singleRow();
            if (isLoaded(file.version())) {
                return false;
            }
            loadDivisions(file.divisions());
            List<AgencyRow> agencies = DefaultAgencies.of(file.divisions());
            loadAgencies(agencies);
            linkNewOffices();
            jdbc.sql("insert into region.loaded (version, divisions, agencies) values (?, ?, ?)")
                    .params(file.version(), file.divisions().size(), agencies.size())
                    .update();
            LOG.info("Loaded {} divisions and {} agencies", file.divisions().size(), agencies.size());
            return true;
        }));
    }

    private boolean isLoaded(String version) {
        return jdbc.sql("select exists (select 1 from region.loaded where version = ?)")
                .param(version)
                .query(Boolean.class)
                .single();
    }

    private void loadDivisions(List<Division> divisions) {
        String[] codes = divisions.stream().map(Division::code).toArray(String[]::new);
        String[] names = divisions.stream().map(Division::name).toArray(String[]::new);
        jdbc.sql("""
                insert into region.division (code, name, level, parent)
                select code, name,
                       case length(code) when 2 then 'PROVINCE' when 4 then 'CITY' when 6 then 'COUNTY' else 'STREET' end,
                       case length(code) when 2 then null when 4 then left(code, 2) when 6 then left(code, 4)
                                         else left(code, 6) end
                from unnest(?::text[], ?::text[]) as row (code, name)
                on conflict (code) do update set name = excluded.name where division.name <> excluded.name
                """).param(1, codes).param(2, names).update();
    }

    private void loadAgencies(List<AgencyRow> agencies) {
        jdbc.sql("""
                insert into region.agency (code, name, level, zone)
                select code, name, level, zone
                from unnest(?::text[], ?::text[], ?::text[], ?::boolean[]) as row (code, name, level, zone)
                on conflict (code) do nothing
                """)
                .param(1, agencies.stream().map(row -> row.agency().code()).toArray(String[]::new))
                .param(2, agencies.stream().map(row -> row.agency().name()).toArray(String[]::new))
                .param(
                        3,
                        agencies.stream()
                                .map(row -> row.agency().level().name())
                                .toArray(String[]::new))
                .param(4, agencies.stream().map(AgencyRow::zone).toArray(Boolean[]::new))
                .update();
    }

    /** Streets that no office has yet get the default office of the same code. */
    private void linkNewOffices() {
        jdbc.sql("""
                insert into region.office_area (office_code, street_code)
                select agency.code, division.code
                from region.agency
                join region.division on division.code = agency.code and division.level = 'STREET'
                where not exists (select 1 from region.office_area area where area.street_code = division.code)
                """).update();
    }
}
