package org.fangxin.credit.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fangxin.credit.store.CheckStore;
import org.fangxin.credit.store.CheckStore.Found;
import org.fangxin.credit.store.CheckStore.Inspection;
import org.fangxin.credit.store.LeadStore;
import org.fangxin.credit.store.RecheckStore.Recheck;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.Channel;
import org.fangxin.intake.Origin;
import org.fangxin.intake.SubmissionForm;
import org.fangxin.intake.Submit;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A lead that was found at an inspection goes the way of every report; its fifteen working days run from the finding. */
@Component
public class Leads {
    private final Checks checks;
    private final LeadStore store;
    private final Merchants merchants;
    private final Submit submit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Leads(
            Checks checks,
            LeadStore store,
            Merchants merchants,
            Submit submit,
            InstantSource clock,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.checks = checks;
        this.store = store;
        this.merchants = merchants;
        this.submit = submit;
        this.clock = clock;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Files it and links both ways. Clicked twice it is filed once.
     *
     * @param content what the report says, as it was proposed or changed
     * @return the number of the report
     * @throws Problem 404, 409 when it is filed already, 422 when the inspection found no lead
     */
    public String file(SignedIn who, long id, @Nullable String content) {
        Inspection one = inTransaction(() -> lead(who, id));
        String words = Wording.needed(content, "text", "线索");
        MarketEntity entity = inTransaction(() -> merchants.find(one.entity()).orElseThrow(Problem::notFound));
        String receipt = submit.submitOnce(form(one, entity, words), new Origin(who), "credit-lead-" + id);
        String caseNo = json.readTree(receipt).at("/cases/0/caseNo").asString();
        inTransaction(() -> {
            store.add(id, caseNo, who.personId(), clock.instant());
            return caseNo;
        });
        return caseNo;
    }

    private Inspection lead(SignedIn who, long id) {
        Inspection one = checks.mine(who, id);
        if (!found(one, checks.rechecks(id))) {
            throw Problem.invalid("inspectionId", "no-lead", "这次检查没有发现违法线索，也没有逾期不改正，不能登记为举报。");
        }
        store.caseOf(id).ifPresent(caseNo -> {
            throw Problem.conflict("这条线索已经登记过。", Map.of("caseNo", caseNo));
        });
        return one;
    }

    /** Whether there is a lead: found at once, or what was ordered was not corrected. */
    public static boolean found(Inspection one, List<Recheck> rechecks) {
        Found found = one.found();
        return found != null
                && (found.outcome().equals(CheckStore.LEAD)
                        || rechecks.stream().anyMatch(recheck -> "NOT_CORRECTED".equals(recheck.outcome())));
    }

    private static SubmissionForm form(Inspection one, MarketEntity entity, String words) {
        SubmissionForm.Person nobody = new SubmissionForm.Person(null, null, null, null, null, true, null);
        SubmissionForm.Merchant merchant = new SubmissionForm.Merchant(
                entity.name(),
                entity.uscc(),
                entity.address(),
                county(entity.regionCode()),
                "SHOP",
                null,
                null,
                null,
                null,
                null,
                null);
        String foundOn = Objects.requireNonNull(one.found()).on().toString();
        return new SubmissionForm(
                Channel.INSPECTION.name(),
                List.of("REPORT"),
                nobody,
                merchant,
                words,
                null,
                null,
                foundOn,
                null,
                null,
                null,
                null,
                foundOn,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable String county(@Nullable String region) {
        return region == null || region.length() < 6 ? null : region;
    }

    /** What the report would say, for the officer to change. */
    public static String proposed(Inspection one) {
        Found found = Objects.requireNonNull(one.found());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < one.items().size(); i++) {
            if (!found.inOrder().get(i)) {
                wrong.add(one.items().get(i));
            }
        }
        String items = wrong.isEmpty() ? "" : "不符合的事项：" + String.join("、", wrong) + "。";
        String paper = found.paperNo() == null ? "" : "文书编号：" + found.paperNo() + "。";
        return "双随机抽查发现。" + found.on() + " 检查" + one.merchant() + "：" + found.words() + " " + items + paper;
    }

    /** The report that a lead became, for whoever sees the report. */
    public Optional<String> caseOf(long inspection) {
        return store.caseOf(inspection);
    }

    /** The inspection behind a report, for whoever sees the report. */
    public Inspection inspectionOf(String caseNo) {
        return inTransaction(
                () -> store.inspectionOf(caseNo).flatMap(checks::find).orElseThrow(Problem::notFound));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
