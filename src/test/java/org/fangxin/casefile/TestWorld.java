package org.fangxin.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.identity.Role;
import org.fangxin.law.Settings;
import org.fangxin.law.Statutes;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.region.Agencies;
import org.fangxin.region.internal.AgencyTable;
import org.fangxin.region.internal.DefaultAgencies;
import org.fangxin.region.internal.DivisionFile;

/** The shipped law, calendar and agencies without a database, and a clock that a test moves by hand. */
public final class TestWorld {
    public static final String CHONGXIN = "620823";
    public static final String PINGLIANG = "6208";
    public static final Agencies AGENCIES =
            new AgencyTable(DefaultAgencies.of(DivisionFile.read().divisions()));

    private static final Statutes STATUTES = Statutes.builtIn();
    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();
    private static final Settings SETTINGS = Settings.defaults();

    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, CaseState> others = new HashMap<>();
    private final Map<String, Actor> officers = new HashMap<>();
    private Set<String> competent = Set.of();
    private Instant now;
    private @org.jspecify.annotations.Nullable String shopRegion;

    private TestWorld(Instant now) {
        this.now = now;
    }

    /** {@code 2026-05-06T10:00} in Shanghai. */
    public static TestWorld at(String local) {
        return new TestWorld(instant(local));
    }

    public static Instant instant(String local) {
        return java.time.LocalDateTime.parse(local).atZone(Fields.ZONE).toInstant();
    }

    public static Actor officer(String id, Role... roles) {
        return new Actor(id, CHONGXIN, Set.of(roles));
    }

    public TestWorld with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    public TestWorld competent(String... agencies) {
        competent = Set.of(agencies);
        return this;
    }

    public TestWorld shopIn(String region) {
        shopRegion = region;
        return this;
    }

    public TestWorld knowing(CaseState other) {
        others.put(other.caseNo(), other);
        return this;
    }

    public TestWorld staffedBy(Actor... people) {
        for (Actor person : people) {
            officers.put(person.id(), person);
        }
        return this;
    }

    public TestWorld moveTo(String local) {
        now = instant(local);
        return this;
    }

    public TestWorld moveTo(Instant instant) {
        now = instant;
        return this;
    }

    public Instant now() {
        return now;
    }

    public LocalDate today() {
        return now.atZone(Fields.ZONE).toLocalDate();
    }

    public World world() {
        return new World(
                now,
                STATUTES,
                CALENDAR,
                AGENCIES,
                id -> settings.getOrDefault(
                        id,
                        SETTINGS.find(id).map(s -> SETTINGS.value(id, CHONGXIN)).orElse("")),
                competent,
                shopRegion,
                id -> Optional.ofNullable(officers.get(id)),
                no -> Optional.ofNullable(others.get(no)),
                (one, other) -> Map.of());
    }
}
