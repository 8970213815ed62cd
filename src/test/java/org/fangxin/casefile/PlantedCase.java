package org.fangxin.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases whose every text can be told from all others, planted in one county, to be looked for from elsewhere. */
public final class PlantedCase {
    public static final String COUNTY = "620826";
    public static final String NEIGHBOUR = "620825";

    private static final String PHONE = "13900001122";

    private final CaseFiles cases;
    private final InstantSource clock;
    private final JdbcClient owner;
    private final String marker;
    private List<String> files = List.of();

    /**
     * @param owner a way around every policy, to look up what was planted
     * @param marker stands in every text of the case
     */
    public PlantedCase(CaseFiles cases, InstantSource clock, DataSource owner, String marker) {
        this.marker = marker;
        this.cases = cases;
        this.clock = clock;
        this.owner = JdbcClient.create(owner);
    }

    public String complaint() {
        return open(Kind.COMPLAINT, COUNTY, null);
    }

    public String report() {
        return open(Kind.REPORT, COUNTY, null);
    }

    /** With this stored file. */
    public PlantedCase holding(String attachmentId) {
        files = List.of(attachmentId);
        return this;
    }

    /** A case of a kind in an agency; {@code related} the case that it comes from. */
    public String open(Kind kind, String agency, @Nullable String related) {
        return open(kind, agency, clock.instant(), related);
    }

    public String open(Kind kind, String agency, Instant receivedAt, @Nullable String related) {
        NewCase fresh = fresh(kind, agency, receivedAt, related);
        return Scopes.within(Scope.NOTHING, () -> cases.open(List.of(fresh), Actor.SYSTEM, clock.instant()))
                .getFirst()
                .caseNo();
    }

    /** Puts these people in charge, as the agency's intake does. */
    public void assign(String caseNo, String... persons) {
        Actor intake = new Actor("planting", COUNTY, Set.of(Role.INTAKE));
        act(caseNo, Act.ASSIGN, intake, Map.of("persons", List.of(persons)));
    }

    /** One act of an officer of the county, who sees everything there. */
    public CaseFiles.Done act(String caseNo, Act act, Actor actor, Map<String, ?> fields) {
        Scope scope = Scope.subtree(actor.agency(), actor.id(), Scope.Reports.ALL);
        return Scopes.within(scope, () -> cases.act(caseNo, act, actor, null, fields, null));
    }

    public long idOf(String caseNo) {
        return owner.sql("select id from casefile.case_file where case_no = ?")
                .param(caseNo)
                .query(Long.class)
                .single();
    }

    /** What the case can be found by: words of its texts, its business, its person and telephone, its submission. */
    public List<String> words() {
        return List.of(marker, marker + "商行", marker + "人", PHONE, "S-" + marker);
    }

    private NewCase fresh(Kind kind, String agency, Instant receivedAt, @Nullable String related) {
        String merchant = marker + "商行";
        NewCase.PartyData business = new NewCase.PartyData(
                kind == Kind.REPORT ? PartyRole.REPORTED : PartyRole.RESPONDENT, merchant, null, null, null, null);
        NewCase.PartyData person =
                new NewCase.PartyData(PartyRole.COMPLAINANT, marker + "人", PHONE, null, "样例街9号", null);
        NewCase.Narrative narrative = new NewCase.Narrative(
                marker + "买来不能用，店里不退。",
                marker + "不能用",
                List.of("REFUND"),
                new BigDecimal("68.00"),
                null,
                null,
                null,
                null,
                marker,
                new NewCase.Merchant(merchant, null, null, agency, "SHOP", null, null));
        return new NewCase(
                kind,
                agency,
                receivedAt,
                "WEB",
                "SUBMISSION",
                "S-" + marker,
                related,
                narrative,
                kind == Kind.REPORT ? List.of(business) : List.of(person, business),
                new NewCase.Route(List.of("第十三条第一款"), "商家在本县。", List.of(agency)),
                Set.of(),
                Set.of(),
                false,
                files);
    }
}
