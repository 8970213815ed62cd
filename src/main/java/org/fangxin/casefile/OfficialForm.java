package org.fangxin.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ten official forms of 2026 (《市场监督管理部门处理投诉举报文书式样》): F1 to F10.
 */
public enum OfficialForm {
    F1("投诉登记表", "投登", Kind.COMPLAINT, false),
    F2("举报登记表", "举登", Kind.REPORT, false),
    F3("投诉举报分送通知书", "分送", null, true),
    F4("限期提供身份证明材料通知书", "限提", Kind.COMPLAINT, true, PartyRole.COMPLAINANT),
    F5("投诉受理决定书", "投受", Kind.COMPLAINT, true, PartyRole.COMPLAINANT),
    F6("投诉不予受理决定书", "投不受", Kind.COMPLAINT, true, PartyRole.COMPLAINANT),
    F7("投诉调解通知书", "调通", Kind.COMPLAINT, true, PartyRole.COMPLAINANT, PartyRole.RESPONDENT),
    F8("投诉终止调解决定书", "终调", Kind.COMPLAINT, true, PartyRole.COMPLAINANT, PartyRole.RESPONDENT),
    F9("投诉调解书", "调解", Kind.COMPLAINT, true, PartyRole.COMPLAINANT, PartyRole.RESPONDENT),
    F10("举报处理结果告知书", "举告", Kind.REPORT, true, PartyRole.REPORTER);

    private final String title;
    private final String mark;
    private final @org.jspecify.annotations.Nullable Kind kind;
    private final boolean sealed;
    private final List<PartyRole> to;

    OfficialForm(
            String title, String mark, @org.jspecify.annotations.Nullable Kind kind, boolean sealed, PartyRole... to) {
        this.title = title;
        this.mark = mark;
        this.kind = kind;
        this.sealed = sealed;
        this.to = List.of(to);
    }

    public String title() {
        return title;
    }

    /** What stands in its number between the agency's mark and the year. */
    public String mark() {
        return mark;
    }

    /** Whether the agency's seal belongs on it: F3 to F10. */
    public boolean sealed() {
        return sealed;
    }

    /** Whom it is for; empty for what stays in the file or goes to another agency. */
    public List<PartyRole> to() {
        return to;
    }

    /** Whether such a case has this form: F3 goes with complaints and with reports. */
    public boolean of(Kind of) {
        return kind == of || kind == null && (of == Kind.COMPLAINT || of == Kind.REPORT);
    }

    public static Optional<OfficialForm> byCode(String code) {
        return Arrays.stream(values())
                .filter(form -> form.name().equals(code.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
