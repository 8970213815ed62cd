package org.fangxin.casefile.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Option;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.RefusalGround;
import org.fangxin.casefile.TerminationGround;
import org.fangxin.casefile.entry.Entry;
import org.jspecify.annotations.Nullable;

/** The grounds that an officer states, read from {@code ground} or {@code grounds}: a code, an object or a list. */
final class Grounds {
    static final FieldSpec FACTS = FieldSpec.of("facts", "事实", Type.TEXT, true).hinted("每项理由根据什么事实；会写进决定书。");
    static final FieldSpec CITATION =
            FieldSpec.of("citation", "法律依据", Type.TEXT, false).hinted("选“其他情形”时，写明法律、法规或者规章的条文。");

    private Grounds() {}

    /** One ground with its own or the act's facts. */
    record Stated(
            RefusalGround ground,
            @Nullable String sub,
            @Nullable String citation,
            Fields fields) {
        Entry.Ground entry() {
            return new Entry.Ground(ground.name(), sub, citation);
        }
    }

    /** At least one ground of refusal, each with facts. */
    static List<Stated> ofRefusal(Fields fields) {
        List<Fields> given = Stream.of("grounds", "ground")
                .filter(fields::has)
                .findFirst()
                .map(fields::objects)
                .orElseThrow(() -> Fields.missing("grounds", "不予受理的理由"));
        List<Stated> stated = new ArrayList<>();
        for (Fields one : given) {
            RefusalGround ground = code(one).needCode("code", RefusalGround.class, "不予受理的理由");
            String sub = sub(one, fields, ground.subs(), given.size() == 1);
            needFacts(one, fields);
            String citation =
                    one.text("citation").or(() -> fields.text("citation")).orElse(null);
            if (ground == RefusalGround.OTHER_LAW && citation == null) {
                throw Fields.missing("citation", "法律依据");
            }
            if (ground == RefusalGround.OUT_OF_REMIT_OR_NO_AUTHORITY && sub == null) {
                throw Fields.missing("sub", "不属于职责，还是本机关没有处理权限");
            }
            stated.add(new Stated(ground, sub, citation, one.has("knewOn") ? one : fields));
        }
        return stated;
    }

    /** A ground written as {@code code} or {@code ground}. */
    private static Fields code(Fields one) {
        return one.has("code") ? one : new Fields(Map.of("code", one.need("ground", "理由")));
    }

    static void needFacts(Fields one, Fields act) {
        if (!one.has("facts") && !act.has("facts") && !act.has("reason")) {
            throw Fields.missing("facts", "事实");
        }
    }

    private static @Nullable String sub(Fields one, Fields act, List<RefusalGround.Sub> known, boolean single) {
        Optional<String> given = one.text("sub").or(() -> act.text("sub"));
        return given.map(value -> known(value, known, single)).orElse(null);
    }

    /** A sub-code of this ground; with several grounds, one that belongs to another ground is not meant here. */
    static @Nullable String known(String value, List<RefusalGround.Sub> known, boolean mine) {
        Optional<String> code = known.stream()
                .map(RefusalGround.Sub::code)
                .filter(value::equalsIgnoreCase)
                .findFirst();
        if (code.isEmpty() && mine) {
            throw new Fields.Faulty("sub", "code", "“" + value + "”不是这一项的细类。");
        }
        return code.orElse(null);
    }

    static FieldSpec refusals() {
        return FieldSpec.choice(
                "grounds",
                "不予受理的理由",
                Type.CODES,
                true,
                Arrays.stream(RefusalGround.values())
                        .map(g -> new Option(g.name(), g.chinese(), g.article("order121")))
                        .toArray(Option[]::new));
    }

    static FieldSpec refusalSubs() {
        return subs(Arrays.stream(RefusalGround.values())
                .map(RefusalGround::subs)
                .flatMap(List::stream)
                .toList());
    }

    static FieldSpec terminations() {
        return FieldSpec.choice(
                "ground",
                "终止调解的理由",
                Type.CODE,
                true,
                Arrays.stream(TerminationGround.values())
                        .map(g -> new Option(g.name(), g.chinese(), g.article("order121")))
                        .toArray(Option[]::new));
    }

    static FieldSpec terminationSubs() {
        return subs(Arrays.stream(TerminationGround.values())
                .map(TerminationGround::subs)
                .flatMap(List::stream)
                .toList());
    }

    private static FieldSpec subs(List<RefusalGround.Sub> subs) {
        Set<String> seen = new HashSet<>();
        Option[] options = subs.stream()
                .filter(sub -> seen.add(sub.code()))
                .map(sub -> new Option(sub.code(), sub.label(), null))
                .toArray(Option[]::new);
        return FieldSpec.choice("sub", "细类", Type.CODE, false, options);
    }
}
