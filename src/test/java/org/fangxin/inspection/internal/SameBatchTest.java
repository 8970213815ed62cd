package org.fangxin.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.identity.SignedIn;
import org.fangxin.inspection.RapidTest;
import org.fangxin.inspection.Relation;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.store.RelatedStore.Related;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A complaint finds the batches and tests of its goods, a batch its complaints; each says why, and the wall stands. */
@FangxinTest
class SameBatchTest extends QualityChainCounty {
    @Autowired
    ApplicationContext context;

    String batch;
    PlantedCase about;

    @BeforeEach
    void aBatch() {
        batch = "AB-" + now.toEpochMilli() % 10_000_000;
        about = new PlantedCase(cases, clock, owner, "酸奶批号" + batch);
    }

    @Test
    void theBatchIsFoundInTheComplaintOfAnotherShopAndBack() {
        String complaint = about.complaint();
        Sample sample = sampled("豆浆", batch, "别的店");
        assertThat(why(outsider, sample, complaint)).contains(Relation.SAME_BATCH);
        assertThat(back(outsider, complaint, sample)).contains(Relation.SAME_BATCH);
        assertThat(why(outsider, sampled("豆浆", batch + "9", "别的店"), complaint))
                .as("a longer number is another")
                .isEmpty();
        assertThat(why(outsider, sampled("豆浆", batch.substring(0, batch.length() - 1), "别的店"), complaint))
                .as("a part of the number is another")
                .isEmpty();
    }

    @Test
    void goodsOfTheSameBusinessComeBeforeTheBusinessAndGoodsOfTheSameName() {
        String complaint = about.complaint();
        String shop = about.words().get(1);
        assertThat(why(outsider, sampled("原味酸奶", "ZZ-99999", shop), complaint)).contains(Relation.BUSINESS_GOODS);
        assertThat(why(outsider, sampled("电池", "ZZ-99999", shop), complaint)).contains(Relation.SAME_BUSINESS);
        assertThat(why(outsider, sampled("酸奶", "ZZ-99999", "别的店"), complaint)).contains(Relation.SAME_GOODS);
        assertThat(why(outsider, sampled("电池", "ZZ-99999", "别的店"), complaint)).isEmpty();
    }

    @Test
    void aRapidTestOfTheGoodsIsFoundWithItsReason() {
        String complaint = about.complaint();
        RapidTest test =
                new RapidTest(0, "", "样例快检点", today, "豆浆", batch, "别的店", "菌落总数", false, false, investigator.personId());
        as(investigator, () -> plans.add(test, investigator));
        assertThat(as(outsider, () -> nearby.ofCase(complaint)).tests()).anySatisfy(one -> {
            assertThat(one.found().batch()).isEqualTo(batch);
            assertThat(one.why()).isEqualTo(Relation.SAME_BATCH);
        });
    }

    @Test
    void aReportThatNamesTheBatchDoesNotExistForWhoMayNotSeeItNorDoesItsSample() {
        String report = about.report();
        about.assign(report, investigator.personId(), second.personId());
        Sample sample = sampled("酸奶", batch, "别的店");
        assertThat(why(investigator, sample, report)).contains(Relation.SAME_BATCH);
        assertThat(why(outsider, sample, report)).isEmpty();
        String complaint = about.complaint();
        Sample hidden = as(investigator, () -> samples.take(of(report, "酸奶", batch, "别的店"), investigator));
        assertThat(back(investigator, complaint, hidden)).contains(Relation.SAME_BATCH);
        assertThat(back(outsider, complaint, hidden)).isEmpty();
    }

    @Test
    void aVoidedSampleIsNotOffered() {
        String complaint = about.complaint();
        Sample sample = sampled("酸奶", batch, "别的店");
        as(investigator, () -> samples.voided(sample.id(), "批号抄错", investigator));
        assertThat(back(outsider, complaint, sample)).isEmpty();
    }

    /** A day of production alone is no batch: thousands of goods are made on it. */
    @ParameterizedTest
    @CsvSource({
        "买了酸奶 批号20261101, 酸奶, 20261101, SAME_BATCH",
        "买了酸奶 2026年11月1日产的, 酸奶, 20261101, SAME_BATCH",
        "买了酸奶 生产日期2026-11-01, 酸奶, 2026.11.1, SAME_BATCH",
        "买了酸奶 生产日期2026/11/1, 原味酸奶, 20261101, SAME_BATCH",
        "2026年11月1日买的电池, 酸奶, 20261101, ''",
        "买了酸奶 2026年11月11日产的, 电池, 20261101, ''",
        "批号 b2026(01)x 的奶, 电池, B2026(01)X, SAME_BATCH",
        "电话13920261101, 酸奶, 20261101, ''",
        "批号123, 电池, 123, ''",
    })
    void aBatchIsNamedHoweverItsDayIsWritten(String words, String product, String batch, String why) {
        String found = JdbcClient.create(owner)
                .sql("select coalesce(inspection.relation(?, '', ?, ?, false), '')")
                .params(words, product, batch)
                .query(String.class)
                .single();
        assertThat(found).isEqualTo(why);
    }

    private Sample sampled(String product, String batch, String shop) {
        return as(investigator, () -> samples.take(of(null, product, batch, shop), investigator));
    }

    private Sample of(@org.jspecify.annotations.Nullable String caseNo, String product, String batch, String shop) {
        Sample.Batch goods = new Sample.Batch(product, batch, null, shop, null, true, "六盒");
        return Sample.fresh("", caseNo, null, goods, "F-1", "样例路8号", now, both());
    }

    private Optional<Relation> why(SignedIn who, Sample sample, String caseNo) {
        Hearing.byEverybody(context, owner, caseNo);
        return as(who, () -> nearby.cases(sample)).stream()
                .filter(one -> one.caseNo().equals(caseNo))
                .map(Related::why)
                .findFirst();
    }

    private Optional<Relation> back(SignedIn who, String caseNo, Sample sample) {
        return as(who, () -> nearby.ofCase(caseNo)).samples().stream()
                .filter(one -> one.found().id() == sample.id())
                .map(Nearby.Reasoned::why)
                .findFirst();
    }
}
