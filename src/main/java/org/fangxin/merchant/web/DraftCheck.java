package org.fangxin.merchant.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.SocialCreditCode;
import org.fangxin.merchant.web.MerchantViews.Draft;
import org.fangxin.problem.Problem;
import org.fangxin.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** What an officer typed of a market entity, all faults at once. */
final class DraftCheck {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 500;

    private final List<FieldError> faults = new ArrayList<>();

    private DraftCheck() {}

    /**
     * @param id of the entry that is corrected; 0 for a new one
     * @throws Problem 422 naming each field that is wrong
     */
    static MarketEntity read(Draft draft, long id) {
        DraftCheck check = new DraftCheck();
        String name = check.line(draft.name(), "name", "名称", LONGEST_NAME);
        if (name == null) {
            check.fault("name", "required", "请填写名称。");
        }
        MarketEntity entity = new MarketEntity(
                id,
                check.code(draft.uscc(), "uscc", "统一社会信用代码"),
                check.oldNumber(draft.oldNumber()),
                Objects.requireNonNullElse(name, ""),
                check.aliases(draft.aliases()),
                check.choice(draft.kind(), "kind", "类型", MarketEntity.Kind.class, MarketEntity.Kind.OTHER),
                check.choice(draft.status(), "status", "登记状态", MarketEntity.Status.class, MarketEntity.Status.ACTIVE),
                check.line(draft.address(), "address", "住所", LONGEST),
                check.region(draft.regionCode()),
                check.line(draft.trade(), "trade", "行业", LONGEST),
                draft.registeredOn(),
                check.code(draft.parentUscc(), "parentUscc", "所属企业信用代码"),
                check.code(draft.platformUscc(), "platformUscc", "平台信用代码"),
                null,
                1,
                java.time.Instant.EPOCH);
        if (!check.faults.isEmpty()) {
            throw Problem.invalid(check.faults);
        }
        return entity;
    }

    private void fault(String field, String code, String sentence) {
        faults.add(new FieldError(field, code, sentence));
    }

    private @Nullable String line(@Nullable String typed, String field, String label, int longest) {
        String line = typed == null ? "" : typed.strip();
        if (line.length() > longest) {
            fault(field, "too-long", "“" + label + "”最多写 " + longest + " 字。");
        }
        return line.isEmpty() ? null : line;
    }

    private @Nullable String code(@Nullable String typed, String field, String label) {
        String code = typed == null ? "" : SocialCreditCode.normal(typed);
        if (code.isEmpty()) {
            return null;
        }
        switch (SocialCreditCode.check(code)) {
            case RIGHT -> {}
            case WRONG_CHECK -> fault(field, "check", "“" + label + "”的校验位不对，可能抄错一位。请核对。");
            case MALFORMED -> fault(field, "malformed", "“" + label + "”应当是 18 位数字和大写字母。");
        }
        return code;
    }

    private @Nullable String oldNumber(@Nullable String typed) {
        String number = typed == null ? "" : SocialCreditCode.normal(typed);
        if (!number.isEmpty() && !SocialCreditCode.oldNumber(number)) {
            fault("oldNumber", "malformed", "“注册号”应当是 13 位或者 15 位数字；18 位的请填在统一社会信用代码里。");
        }
        return number.isEmpty() ? null : number;
    }

    private @Nullable String region(@Nullable String typed) {
        String code = line(typed, "regionCode", "行政区划代码", LONGEST);
        if (code != null && !code.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}")) {
            fault("regionCode", "malformed", "行政区划代码应当是 6 位数字（省 2 位、市 4 位、所 9 位）。");
        }
        return code;
    }

    private List<String> aliases(@Nullable List<@Nullable String> typed) {
        List<String> aliases = new ArrayList<>();
        for (String one : typed == null ? List.<@Nullable String>of() : typed) {
            String alias = line(one, "aliases", "别名", LONGEST_NAME);
            if (alias != null && !aliases.contains(alias)) {
                aliases.add(alias);
            }
        }
        return aliases;
    }

    private <E extends Enum<E>> E choice(@Nullable String typed, String field, String label, Class<E> of, E otherwise) {
        if (typed == null || typed.isBlank()) {
            return otherwise;
        }
        for (E one : of.getEnumConstants()) {
            if (one.name().equals(typed.strip())) {
                return one;
            }
        }
        fault(field, "code", "“" + label + "”没有这一项。");
        return otherwise;
    }
}
