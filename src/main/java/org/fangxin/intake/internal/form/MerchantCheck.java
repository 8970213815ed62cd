package org.fangxin.intake.internal.form;

import java.util.Locale;
import java.util.Set;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Phones;
import org.fangxin.intake.Submission;
import org.fangxin.intake.SubmissionForm;
import org.fangxin.intake.internal.form.FormCheck.Places;
import org.fangxin.merchant.SocialCreditCode;
import org.jspecify.annotations.Nullable;

/** Whom it is about: a complaint names the business and where it is (Art. 10(1)2); codes must exist. */
final class MerchantCheck {
    private static final Set<String> TYPES =
            Set.of("SHOP", "PLATFORM", "IN_PLATFORM", "SELF_SITE", "ADVERTISER", "ADVERTISING_AGENT", "AD_PUBLISHER");
    private static final Set<String> MEDIA =
            Set.of("BROADCAST", "FILM", "TV", "NEWSPAPER", "PERIODICAL", "INTERNET", "OTHER");
    private static final String WHERE = "请填写商家的地址，或者选它所在的县区；网店请填平台名称。";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 200;

    private final Faults faults;
    private final Places places;

    MerchantCheck(Faults faults, Places places) {
        this.faults = faults;
        this.places = places;
    }

    Submission.Merchant check(SubmissionForm.@Nullable Merchant typed, Set<Kind> kinds) {
        boolean needed = kinds.contains(Kind.COMPLAINT) || kinds.contains(Kind.REPORT);
        if (typed == null) {
            if (needed) {
                nameMissing(kinds);
            }
            return new Submission.Merchant("", null, null, null, null, null, null, null, null, null, null, null);
        }
        String name = bounded("merchant.name", typed.name(), LONGEST_NAME, "商家名称最多 100 个字。");
        SubmissionForm.Platform platform = typed.platform();
        Submission.Merchant merchant = new Submission.Merchant(
                name == null ? "" : name,
                uscc(typed.uscc()),
                bounded("merchant.address", typed.address(), LONGEST_ADDRESS, "商家地址最多 200 个字。"),
                region("merchant.regionCode", typed.regionCode()),
                oneOf("merchant.type", typed.type(), TYPES, "没有这种商家类型。"),
                platform == null ? null : Texts.line(platform.name()),
                platform == null ? null : region("merchant.platform.regionCode", platform.regionCode()),
                phone(typed.phone()),
                region("merchant.domicileRegionCode", typed.domicileRegionCode()),
                region("merchant.publishedRegionCode", typed.publishedRegionCode()),
                typed.addressPublished(),
                typed.reachable());
        if (needed) {
            identifiable(merchant, kinds);
        }
        return merchant;
    }

    /** A complaint needs name and place; a report at least one of them, since a passer-by may not know both. */
    private void identifiable(Submission.Merchant merchant, Set<Kind> kinds) {
        boolean complaint = kinds.contains(Kind.COMPLAINT);
        if (merchant.name().isEmpty() && (complaint || nowhere(merchant))) {
            nameMissing(kinds);
        } else if (complaint && nowhere(merchant)) {
            faults.add("merchant.address", "required", WHERE + " 第十条");
        } else if (nowhere(merchant)) {
            faults.warn("merchant.address", "helpful", WHERE + "写了能办得更快。");
        }
    }

    Submission.Advertising advertising(SubmissionForm form) {
        return new Submission.Advertising(
                region("actRegionCode", form.actRegionCode()),
                oneOf("adMedium", form.adMedium(), MEDIA, "没有这种广告媒介。"),
                region("adPublisherRegionCode", form.adPublisherRegionCode()),
                region("advertiserRegionCode", form.advertiserRegionCode()),
                region("adAgentRegionCode", form.adAgentRegionCode()),
                form.selfPublishedAd());
    }

    private void nameMissing(Set<Kind> kinds) {
        boolean complaint = kinds.contains(Kind.COMPLAINT);
        faults.add(
                "merchant.name",
                "required",
                complaint ? "请填写商家的名称，写招牌上的名字也可以。 第十条" : "请填写被举报的商家或者个人的名称，写招牌上的名字也可以。 第二十八条");
    }

    private static boolean nowhere(Submission.Merchant merchant) {
        return merchant.address() == null
                && merchant.regionCode() == null
                && merchant.domicileRegionCode() == null
                && merchant.publishedRegionCode() == null
                && merchant.platformName() == null
                && merchant.uscc() == null
                && merchant.phone() == null;
    }

    private @Nullable String uscc(@Nullable String typed) {
        String line = Texts.line(typed);
        if (line == null) {
            return null;
        }
        String code = SocialCreditCode.normal(line);
        switch (SocialCreditCode.check(code)) {
            case RIGHT -> {}
            case WRONG_CHECK -> faults.warn("merchant.uscc", "check", "统一社会信用代码的最后一位对不上，请再核对一次。");
            case MALFORMED -> faults.add("merchant.uscc", "malformed", "统一社会信用代码是 18 位数字和大写字母（没有 I、O、S、V、Z）。不知道可以空着。");
        }
        return code;
    }

    private @Nullable String phone(@Nullable String typed) {
        String phone = Texts.line(typed);
        if (phone == null) {
            return null;
        }
        Phones.fault(phone).ifPresent(sentence -> faults.add("merchant.phone", "phone", "商家的" + sentence));
        return Phones.normal(phone);
    }

    private @Nullable String region(String field, @Nullable String typed) {
        String code = Texts.line(typed);
        if (code != null && !places.known(code)) {
            faults.add(field, "unknown", "没有这个行政区划代码，请重新选择所在的县区。");
        }
        return code;
    }

    private @Nullable String oneOf(String field, @Nullable String typed, Set<String> known, String sentence) {
        String line = Texts.line(typed);
        if (line == null) {
            return null;
        }
        String code = line.toUpperCase(Locale.ROOT);
        if (!known.contains(code)) {
            faults.add(field, "unknown", sentence);
        }
        return code;
    }

    private @Nullable String bounded(String field, @Nullable String typed, int most, String sentence) {
        String line = Texts.line(typed);
        if (line != null && Texts.length(line) > most) {
            faults.add(field, "too-long", sentence);
        }
        return line;
    }
}
