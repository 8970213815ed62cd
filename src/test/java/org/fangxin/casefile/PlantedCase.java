package org.fangxin.casefile;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases whose every text can be told from all others, planted in one county, to be looked for from elsewhere. */
public final class PlantedCase {
    public static final String COUNTY = "620826";
    public static final String NEIGHBOUR = "620825";

    /** In the content, the summary and the goods. */
    public static final String MARKER = "紫砂樱桃标记";

    /** In the merchant's name. */
    public static final String MERCHANT = "标记测试商行";

    public static final String PERSON = "欧阳标记人";
    public static final String PHONE = "13900001122";

    private final CaseFiles cases;
    private final InstantSource clock;
    private final JdbcClient owner;

    /** @param owner a way around every policy, to look up what was planted */
    public PlantedCase(CaseFiles cases, InstantSource clock, DataSource owner) {
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

    /** A case of a kind in an agency; {@code related} the case that it comes from. */
    public String open(Kind kind, String agency, @Nullable String related) {
        return Scopes.within(
                        Scope.NOTHING,
                        () -> cases.open(List.of(fresh(kind, agency, related)), Actor.SYSTEM, clock.instant()))
                .getFirst()
                .caseNo();
    }

    public long idOf(String caseNo) {
        return owner.sql("select id from casefile.case_file where case_no = ?")
                .param(caseNo)
                .query(Long.class)
                .single();
    }

    private NewCase fresh(Kind kind, String agency, @Nullable String related) {
        NewCase.PartyData merchant = new NewCase.PartyData(
                kind == Kind.REPORT ? PartyRole.REPORTED : PartyRole.RESPONDENT, MERCHANT, null, null, null, null);
        NewCase.PartyData person = new NewCase.PartyData(PartyRole.COMPLAINANT, PERSON, PHONE, null, "样例街9号", null);
        NewCase.Narrative narrative = new NewCase.Narrative(
                MARKER + "买来不能用，店里不退。",
                MARKER + "不能用",
                List.of("REFUND"),
                new BigDecimal("68.00"),
                null,
                null,
                null,
                null,
                MARKER,
                new NewCase.Merchant(MERCHANT, null, null, agency, "SHOP", null, null));
        return new NewCase(
                kind,
                agency,
                clock.instant(),
                "WEB",
                "SUBMISSION",
                "S-" + MARKER,
                related,
                narrative,
                kind == Kind.REPORT ? List.of(merchant) : List.of(person, merchant),
                new NewCase.Route(List.of("第十三条第一款"), "商家在本县。", List.of(agency)),
                Set.of(),
                Set.of(),
                false,
                List.of());
    }
}
