package org.fangxin.credit.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.fangxin.credit.Fact;
import org.fangxin.credit.Factor;
import org.fangxin.credit.store.HandFactStore;
import org.fangxin.credit.store.HandFactStore.HandFact;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.inspection.UnfitGoods;
import org.fangxin.inspection.UnfitGoods.Unfit;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What counts for a business beside the journal: samples, papers, the registry. Each read with an agency's eyes. */
@Component
class Sources {
    /** As far back as a rule table may look. */
    private static final int YEARS = 10;

    private final Merchants merchants;
    private final HandFactStore papers;
    private final UnfitGoods samples;
    private final TransactionTemplate transaction;

    Sources(Merchants merchants, HandFactStore papers, UnfitGoods samples, TransactionTemplate transaction) {
        this.merchants = merchants;
        this.papers = papers;
        this.samples = samples;
        this.transaction = transaction;
    }

    /** Over all cases of the agency's subtree, reports too. */
    <T> T everything(String agency, Supplier<T> work) {
        return within(Scope.subtree(agency, "", Scope.Reports.ALL), work);
    }

    /** Over its subtree without reports: what is read here betrays none before a penalty is decided (Art. 37). */
    <T> T withoutReports(String agency, Supplier<T> work) {
        return within(Scope.subtree(agency, "", Scope.Reports.NONE), work);
    }

    private <T> T within(Scope scope, Supplier<T> work) {
        return Scopes.within(scope, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    /** Unfit samples of plans and complaints; to be read {@link #withoutReports}. */
    List<Fact> samples(MarketEntity entity, LocalDate day) {
        List<Fact> found = new ArrayList<>();
        for (MarketEntity one : merchants.withMerged(entity)) {
            String code = one.uscc();
            if (code != null) {
                samples.of(code, day.minusYears(YEARS), day).forEach(unfit -> found.add(fact(unfit)));
            }
        }
        return found;
    }

    /** What papers and the registry tell, with those of entries that were merged into it; a sample that is known counts once. */
    List<Fact> papers(MarketEntity entity, List<Fact> samples, LocalDate day) {
        Set<String> known = new HashSet<>();
        samples.forEach(sample -> known.add(String.valueOf(sample.paperNo())));
        List<Fact> found = new ArrayList<>();
        for (MarketEntity one : merchants.withMerged(entity)) {
            papers.of(one.id()).stream()
                    .filter(paper -> paper.withdrawnWhy() == null)
                    .filter(paper -> paper.factor() != Factor.UNFIT_SAMPLE || !known.contains(paper.paperNo()))
                    .map(Sources::fact)
                    .forEach(found::add);
        }
        if (entity.status() == MarketEntity.Status.ABNORMAL) {
            found.add(new Fact(Factor.ABNORMAL, day, null, null, null, "登记状态：经营异常"));
        }
        return found;
    }

    private static Fact fact(HandFact paper) {
        return new Fact(paper.factor(), paper.on(), null, paper.paperNo(), null, paper.words());
    }

    private static Fact fact(Unfit unfit) {
        String words = unfit.product() + "，批次 " + unfit.batch() + "：" + String.join("、", unfit.items());
        return new Fact(Factor.UNFIT_SAMPLE, unfit.day(), null, unfit.sampleNo(), unfit.sampleId(), words);
    }
}
