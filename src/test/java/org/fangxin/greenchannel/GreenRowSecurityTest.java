package org.fangxin.greenchannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.greenchannel.Street.Complaint;
import org.fangxin.greenchannel.Street.Shop;
import org.fangxin.identity.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.test.web.servlet.MockMvc;

/** What the database keeps back of the green channel, table by table, whatever the program forgets to ask. */
@FangxinTest
class GreenRowSecurityTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    DataSource app;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Street street;
    Shop shop;
    Complaint complaint;
    String keeper;
    String stranger;

    @BeforeEach
    void aTalkOfConsumerAndMerchant() throws Exception {
        street = new Street(mvc);
        shop = street.joins();
        Browser own = street.keeper(shop);
        complaint = street.complains(shop);
        own.post(Street.item(complaint) + "/messages", Map.of("text", "请拿来看看。"));
        street.invitation(shop);
        keeper = own.get("/api/v1/session").text("personId");
        stranger = street.keeper(street.joins()).get("/api/v1/session").text("personId");
    }

    /** Each table of the room, and which of its rows are this merchant's. */
    private Map<String, String> tables() {
        String member = "member_id = '" + shop.memberId() + "'";
        String theCase = "case_no = '" + complaint.caseNo() + "'";
        return Map.of(
                "member", member,
                "account", member,
                "member_name", member,
                "invitation", member,
                "item", theCase,
                "consent", theCase,
                "message", theCase);
    }

    @Test
    void anotherCountyAnotherMerchantAndNobodySeeNoRow() throws Exception {
        for (Map.Entry<String, String> table : tables().entrySet()) {
            assertThat(seen(app, table, Street.COUNTY, "", ""))
                    .as("the own county " + table)
                    .isPositive();
            assertThat(seen(app, table, "620822", "somebody", ""))
                    .as("another county " + table)
                    .isZero();
            assertThat(seen(app, table, "", stranger, ""))
                    .as("another merchant " + table)
                    .isZero();
            assertThat(seen(app, table, "", "", "")).as("nobody " + table).isZero();
        }
    }

    @Test
    void theMerchantsPersonSeesItsOwnComplaintsUntilTheAccountIsClosed() throws Exception {
        for (String table : java.util.List.of("member", "item", "consent", "message")) {
            Map.Entry<String, String> own = Map.entry(table, tables().get(table));
            assertThat(seen(app, own, "", keeper, "")).as(table).isPositive();
        }
        try (Connection connection = owner.getConnection()) {
            run(connection, "update greenchannel.account set closed_at = now() where person_id = '" + keeper + "'");
        }
        for (String table : java.util.List.of("member", "item", "consent", "message")) {
            Map.Entry<String, String> own = Map.entry(table, tables().get(table));
            assertThat(seen(app, own, "", keeper, ""))
                    .as(table + " after closing")
                    .isZero();
        }
    }

    /** The twins: each table once with its rows held back by nothing, which the look above must find. */
    @Test
    void aTableThatHoldsNothingBackIsFound() throws Exception {
        for (Map.Entry<String, String> table : tables().entrySet()) {
            String open = "alter table greenchannel." + table.getKey() + " disable row level security";
            assertThat(seen(owner, table, "620822", "somebody", open))
                    .as("another county " + table)
                    .isPositive();
            assertThat(seen(owner, table, "", stranger, open))
                    .as("another merchant " + table)
                    .isPositive();
        }
    }

    /** Rows that the program sees in this county's range and this person's name, after a change that is undone. */
    private static int seen(
            DataSource source, Map.Entry<String, String> table, String county, String person, String change)
            throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (!change.isEmpty()) {
                statement.execute(change);
                statement.execute("set local role fx_app");
            }
            String to = county.isEmpty() ? "" : county + ":";
            statement.execute("""
                    select set_config('fangxin.scope_from', '%s', true), set_config('fangxin.scope_to', '%s', true),
                           set_config('fangxin.person', '%s', true), set_config('fangxin.reports', 'NONE', true)""".formatted(county, to, person));
            try (var rows = statement.executeQuery(
                    "select count(*) from greenchannel." + table.getKey() + " where " + table.getValue())) {
                rows.next();
                return rows.getInt(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
