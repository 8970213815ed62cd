package org.fangxin.intake.internal.track;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.ComplaintFacts.Material;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Procedures;
import org.fangxin.intake.internal.track.PublicProgress.Asked;
import org.fangxin.intake.internal.track.PublicProgress.AskedItem;
import org.springframework.stereotype.Component;

/** What a complainant still owes: each item by its name, the last day, and what the law says happens after it. */
@Component
class AskedMaterial {
    private static final String AFTER = "过了这一天还没有补交的，我们按已有材料决定是否受理。 第十六条";
    private static final String AFTER_IDENTITY = "过了这一天还没有证明身份的，依法不予受理。 第十六条";

    private final InstantSource clock;

    AskedMaterial(InstantSource clock) {
        this.clock = clock;
    }

    Optional<Asked> of(CaseState state) {
        Material material = state.complaint().material();
        LocalDate until = material.until();
        if (state.kind() != Kind.COMPLAINT || !state.is(Flag.MATERIAL_REQUESTED) || until == null) {
            return Optional.empty();
        }
        Map<String, String> labels = labels();
        List<AskedItem> items = material.requested().stream()
                .sorted()
                .map(code -> new AskedItem(code, labels.getOrDefault(code, code)))
                .toList();
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        String after = material.requested().contains("IDENTITY") ? AFTER_IDENTITY : AFTER;
        return Optional.of(new Asked(items, until, today.isAfter(until), after));
    }

    private static Map<String, String> labels() {
        return Procedures.rule(Act.REQUEST_MATERIAL, Kind.COMPLAINT).stream()
                .flatMap(rule -> rule.fields().stream())
                .filter(field -> field.name().equals("items"))
                .flatMap(field -> field.options().stream())
                .collect(Collectors.toMap(FieldSpec.Option::code, FieldSpec.Option::label));
    }
}
