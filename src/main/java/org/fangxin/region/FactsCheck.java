package org.fangxin.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fangxin.problem.Problem;
import org.fangxin.region.Competence.Facts;
import org.fangxin.region.Competence.Merchant;
import org.jspecify.annotations.Nullable;

/** What is wrong with facts before competence is asked: unknown kinds, types and codes, each named by its path. */
public final class FactsCheck {
    private static final Set<String> KINDS = Set.of("COMPLAINT", "REPORT");
    private static final Set<String> TYPES =
            Set.of("SHOP", "PLATFORM", "IN_PLATFORM", "SELF_SITE", "ADVERTISER", "ADVERTISING_AGENT", "AD_PUBLISHER");
    private static final Set<String> MEDIA =
            Set.of("BROADCAST", "FILM", "TV", "NEWSPAPER", "PERIODICAL", "INTERNET", "OTHER");
    private static final Set<String> SPECIAL_RULES = Set.of("ANTI_MONOPOLY", "FAIR_COMPETITION", "DRUG_REGISTRATION");

    private final Divisions divisions;
    private final Agencies agencies;

    public FactsCheck(Divisions divisions, Agencies agencies) {
        this.divisions = divisions;
        this.agencies = agencies;
    }

    /** The facts themselves, when nothing is wrong with them. */
    public Facts require(Facts facts) {
        List<Problem.FieldError> errors = errors(facts);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return facts;
    }

    /** Every field that is wrong; facts that are merely missing are not. */
    public List<Problem.FieldError> errors(Facts facts) {
        List<Problem.FieldError> errors = new ArrayList<>();
        if (!KINDS.contains(Objects.requireNonNullElse(facts.kind(), ""))) {
            errors.add(new Problem.FieldError("kind", "unknown", "请说明是投诉（COMPLAINT）还是举报（REPORT）。"));
        }
        Merchant merchant = facts.merchant();
        if (merchant != null) {
            checkMerchant(merchant, errors);
        }
        region("actRegionCode", facts.actRegionCode(), errors);
        region("adPublisherRegionCode", facts.adPublisherRegionCode(), errors);
        region("advertiserRegionCode", facts.advertiserRegionCode(), errors);
        region("adAgentRegionCode", facts.adAgentRegionCode(), errors);
        oneOf("adMedium", facts.adMedium(), MEDIA, "没有这种广告媒介。", errors);
        oneOf("specialRules", facts.specialRules(), SPECIAL_RULES, "没有这类专门规定。", errors);
        receiver(facts.receivedBy(), errors);
        return errors;
    }

    private void checkMerchant(Merchant merchant, List<Problem.FieldError> errors) {
        oneOf("merchant.type", merchant.type(), TYPES, "没有这种商家类型。", errors);
        region("merchant.regionCode", merchant.regionCode(), errors);
        region("merchant.domicileRegionCode", merchant.domicileRegionCode(), errors);
        region("merchant.publishedRegionCode", merchant.publishedRegionCode(), errors);
        if (merchant.platform() != null) {
            region("merchant.platform.regionCode", merchant.platform().regionCode(), errors);
        }
    }

    private void region(String field, @Nullable String code, List<Problem.FieldError> errors) {
        if (code != null && !code.isBlank() && !divisions.knows(code)) {
            errors.add(new Problem.FieldError(field, "unknown", "没有这个行政区划代码，请重新选择所在的县区。"));
        }
    }

    private void receiver(@Nullable String code, List<Problem.FieldError> errors) {
        if (code != null && !code.isBlank() && agencies.find(code).isEmpty() && !divisions.knows(code)) {
            errors.add(new Problem.FieldError("receivedBy", "unknown", "没有这个机关代码。"));
        }
    }

    private static void oneOf(
            String field, @Nullable String value, Set<String> known, String message, List<Problem.FieldError> errors) {
        if (value != null && !value.isBlank() && !known.contains(value.strip())) {
            errors.add(new Problem.FieldError(field, "unknown", message));
        }
    }
}
