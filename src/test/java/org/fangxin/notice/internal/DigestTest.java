package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseLoad;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.notice.store.InboxStore;
import org.fangxin.notice.store.InboxStore.Item;
import org.fangxin.notice.store.PreferenceStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Each morning an officer hears once how many of the own cases press. */
@FangxinTest
class DigestTest {
    private static final Instant MORNING = Instant.parse("2026-05-20T00:30:00Z");

    @Autowired
    CaseLoad loads;

    @Autowired
    InboxStore inbox;

    @Autowired
    PreferenceStore preferences;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    People people;

    PlantedCase planted;
    String officer;

    @BeforeEach
    void anOfficerWithThreeCases() {
        planted = new PlantedCase(cases, clock, owner, "晨报");
        officer = Staff.hire(people, PlantedCase.COUNTY, Role.HANDLER).personId();
        // seven working days to decide: 15 May is over, 20 May is today, 21 May is near
        received("2026-05-06T02:00:00Z");
        received("2026-05-11T02:00:00Z");
        received("2026-05-12T02:00:00Z");
    }

    @Test
    void hearsOnceADayHowManyAreOverdueDueTodayAndNear() {
        digest(MORNING).run();
        digest(MORNING.plusSeconds(3600)).run();

        assertThat(mornings()).hasSize(1);
        assertThat(mornings().getFirst().facts()).isEqualTo(Map.of("overdue", "1", "today", "1", "near", "1"));

        digest(MORNING.plusSeconds(86_400)).run();
        assertThat(mornings()).hasSize(2);
        assertThat(mornings().getFirst().facts()).containsEntry("overdue", "2").containsEntry("today", "1");
    }

    @Test
    void nobodyIsToldBeforeEight() {
        digest(Instant.parse("2026-05-19T23:59:00Z")).run();
        assertThat(mornings()).isEmpty();
    }

    @Test
    void whoTurnedItOffHearsNothing() {
        within(() -> {
            preferences.put(officer, false, MORNING);
            return officer;
        });
        digest(MORNING).run();
        assertThat(mornings()).isEmpty();
    }

    @Test
    void whoHasNothingThatPressesHearsNothing() {
        String idle = Staff.hire(people, PlantedCase.COUNTY, Role.HANDLER).personId();
        digest(MORNING).run();
        assertThat(within(() -> inbox.of(idle, 10))).isEmpty();
    }

    private void received(String at) {
        String caseNo = planted.open(Kind.COMPLAINT, PlantedCase.COUNTY, Instant.parse(at), null);
        planted.assign(caseNo, officer);
    }

    private Digest digest(Instant now) {
        return new Digest(loads, inbox, preferences, transaction, () -> now);
    }

    private List<Item> mornings() {
        return within(() -> inbox.of(officer, 50)).stream()
                .filter(item -> item.matter().equals("digest"))
                .toList();
    }

    private <T> T within(Supplier<T> work) {
        return Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get()));
    }
}
