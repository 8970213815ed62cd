package org.fangxin.region.store;

import java.util.List;
import org.fangxin.region.internal.OfficeDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which streets and which words of an address belong to which 所. */
public final class OfficeStore implements OfficeDirectory {
    private final JdbcClient jdbc;

    public OfficeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Area> areas(String countyCode) {
        return jdbc.sql("""
                select office_code, street_code from region.office_area
                where office_code >= ? and office_code < ? order by office_code, street_code
                """)
                .params(countyCode, end(countyCode))
                .query((row, number) -> new Area(row.getString(1), row.getString(2)))
                .list();
    }

    @Override
    public List<Alias> aliases(String countyCode) {
        return jdbc.sql("""
                select office_code, alias from region.office_alias
                where office_code >= ? and office_code < ? order by office_code, alias
                """)
                .params(countyCode, end(countyCode))
                .query((row, number) -> new Alias(row.getString(1), row.getString(2)))
                .list();
    }

    /** Puts these streets in the place of the office's earlier ones. */
    public void replaceAreas(String officeCode, List<String> streets) {
        jdbc.sql("delete from region.office_area where office_code = ?")
                .param(officeCode)
                .update();
        jdbc.sql("insert into region.office_area (office_code, street_code) select distinct ?, unnest(?::text[])")
                .param(1, officeCode)
                .param(2, streets.toArray(String[]::new))
                .update();
    }

    /** Puts these words in the place of the office's earlier ones. */
    public void replaceAliases(String officeCode, List<String> aliases) {
        jdbc.sql("delete from region.office_alias where office_code = ?")
                .param(officeCode)
                .update();
        jdbc.sql("insert into region.office_alias (office_code, alias) select distinct ?, unnest(?::text[])")
                .param(1, officeCode)
                .param(2, aliases.toArray(String[]::new))
                .update();
    }

    /** The first code behind the subtree: {@code 620823} ends before {@code 620824}. */
    private static String end(String code) {
        int last = code.length() - 1;
        return code.substring(0, last) + (char) (code.charAt(last) + 1);
    }
}
