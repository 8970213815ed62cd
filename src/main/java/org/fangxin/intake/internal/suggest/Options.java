package org.fangxin.intake.internal.suggest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.RefusalGround;
import org.fangxin.intake.internal.text.CodeNames;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.springframework.stereotype.Component;

/** What may be chosen for a field of a case: value → words for it, in the order of the code tables. */
@Component
public class Options {
    /** Of a refusal: no item of Art. 16 seems to fit. */
    public static final String NONE = "NONE";

    static final String URGENT = "URGENT";
    static final String ORDINARY = "ORDINARY";
    static final String URGENT_WORDS = "紧急，先看";
    static final String ORDINARY_WORDS = "不紧急，按期限办";

    private final CodeNames names = CodeNames.load();
    private final Agencies agencies;

    Options(Agencies agencies) {
        this.agencies = agencies;
    }

    public Map<String, String> of(Field field, CaseState state) {
        return switch (field) {
            case KIND -> kinds();
            case GOODS -> names.goods();
            case PROBLEM -> names.problems();
            case OFFICE -> offices(state.agency());
            case REFUSAL -> grounds(state.law());
            case URGENCY -> urgency();
        };
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.name(), kind.chinese());
        }
        return kinds;
    }

    private Map<String, String> offices(String agency) {
        Map<String, String> offices = new LinkedHashMap<>();
        agencies.find(agency).map(Agency::name).ifPresent(name -> offices.put(agency, name));
        agencies.below(agency).forEach(child -> offices.put(child.code(), child.name()));
        return offices;
    }

    static Map<String, String> grounds(String law) {
        Map<String, String> grounds = new LinkedHashMap<>();
        grounds.put(NONE, "没有看到");
        for (RefusalGround ground : RefusalGround.values()) {
            if (ground.knownTo(law, null)) {
                grounds.put(ground.name(), ground.chinese() + "（" + ground.article(law) + "）");
            }
        }
        return grounds;
    }

    private static Map<String, String> urgency() {
        Map<String, String> levels = new LinkedHashMap<>();
        levels.put(URGENT, URGENT_WORDS);
        levels.put(ORDINARY, ORDINARY_WORDS);
        return levels;
    }
}
