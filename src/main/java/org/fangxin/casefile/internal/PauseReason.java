package org.fangxin.casefile.internal;

import java.util.Arrays;
import java.util.List;
import org.fangxin.casefile.FieldSpec;

/** Why a clock of a report may stand still: the first five before and after filing, the others only after it. */
enum PauseReason {
    TESTING("检测", false),
    INSPECTION("检验", false),
    QUARANTINE("检疫", false),
    APPRAISAL("鉴定", false),
    RIGHT_HOLDER_IDENTIFICATION("权利人辨认或者鉴别", false),
    SUSPENSION("中止调查", true),
    HEARING("听证", true),
    PUBLIC_NOTICE("公告", true),
    REFUND_ORDER("责令退还多收价款", true);

    private final String chinese;
    private final boolean filedOnly;

    PauseReason(String chinese, boolean filedOnly) {
        this.chinese = chinese;
        this.filedOnly = filedOnly;
    }

    String chinese() {
        return chinese;
    }

    boolean filedOnly() {
        return filedOnly;
    }

    static FieldSpec.Option[] options() {
        List<FieldSpec.Option> options = Arrays.stream(values())
                .map(reason -> new FieldSpec.Option(
                        reason.name(), reason.chinese, reason.filedOnly ? Law.pp("第六十四条第二款") : Law.pp("第十八条第二款")))
                .toList();
        return options.toArray(FieldSpec.Option[]::new);
    }
}
