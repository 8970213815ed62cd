package org.fangxin.worklist.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fangxin.casefile.CaseLine;
import org.fangxin.identity.People;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;

/** Names of the officers and agencies that some cases speak of. */
record Names(Map<String, String> officers, Agencies agencies) {
    static Names of(List<CaseLine> lines, People people, Agencies agencies) {
        return new Names(
                people.displayNames(
                        lines.stream().flatMap(line -> line.handlers().stream()).toList()),
                agencies);
    }

    static String handlers(CaseLine line, Names names) {
        return line.handlers().stream()
                .map(id -> names.officers().getOrDefault(id, id))
                .collect(Collectors.joining("、"));
    }

    static String agency(CaseLine line, Names names) {
        return names.agencies().find(line.agency()).map(Agency::name).orElse(line.agency());
    }
}
