package org.fangxin.region.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;

/** All agencies in memory; immutable. */
public final class AgencyTable implements Agencies {
    private static final String NATION = "00";

    private final Map<String, AgencyRow> byCode;
    private final Map<String, List<Agency>> children = new HashMap<>();
    private final Agency nation;

    public AgencyTable(List<AgencyRow> rows) {
        byCode = HashMap.newHashMap(rows.size());
        rows.forEach(row -> byCode.put(row.agency().code(), row));
        nation = find(NATION).orElseThrow(() -> new IllegalStateException("There is no agency 00"));
        rows.stream()
                .filter(AgencyRow::active)
                .map(AgencyRow::agency)
                .sorted(Comparator.comparing(Agency::code))
                .forEach(agency -> superior(agency.code())
                        .ifPresent(above -> children.computeIfAbsent(above.code(), code -> new ArrayList<>())
                                .add(agency)));
    }

    @Override
    public Optional<Agency> find(String code) {
        return Optional.ofNullable(byCode.get(Codes.cut(code))).map(AgencyRow::agency);
    }

    @Override
    public List<Agency> below(String code) {
        return List.copyOf(children.getOrDefault(Codes.cut(code), List.of()));
    }

    @Override
    public boolean within(String code, String ancestor) {
        String above = Codes.cut(ancestor);
        return above.isEmpty() || above.equals(NATION) || Codes.cut(code).startsWith(above);
    }

    @Override
    public Optional<Agency> superior(String code) {
        String cut = Codes.cut(code);
        return cut.equals(NATION)
                ? Optional.empty()
                : Optional.of(inOffice(Codes.parent(cut)).orElse(nation));
    }

    @Override
    public Agency commonSuperior(Collection<String> codes) {
        List<String> cut = codes.stream().map(Codes::cut).toList();
        Agency above = cut.isEmpty() ? nation : superior(cut.getFirst()).orElse(nation);
        while (!above.equals(nation) && !isAboveAll(above.code(), cut)) {
            above = superior(above.code()).orElse(nation);
        }
        return above;
    }

    private boolean isAboveAll(String above, List<String> codes) {
        return codes.stream().allMatch(code -> within(code, above) && !code.equals(above));
    }

    @Override
    public Optional<Agency> countyAgencyOf(String regionCode) {
        return inOffice(Codes.county(regionCode)).filter(agency -> !agency.equals(nation));
    }

    @Override
    public List<Agency> search(String words, int limit) {
        String part = words.strip();
        return byCode.values().stream()
                .filter(AgencyRow::active)
                .map(AgencyRow::agency)
                .filter(agency -> agency.name().contains(part) || agency.code().startsWith(part))
                .sorted(Comparator.comparing(Agency::level).thenComparing(Agency::code))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean active(String code) {
        AgencyRow row = byCode.get(Codes.cut(code));
        return row != null && row.active();
    }

    @Override
    public Agency actingFor(String code) {
        Optional<Agency> self = find(code);
        if (self.isPresent() && self.get().level() != Agency.Level.OFFICE) {
            return self.get();
        }
        return superior(code).orElse(nation);
    }

    /** The agency in office with this code, else the next one up; empty when not even the province exists. */
    private Optional<Agency> inOffice(String code) {
        for (String step = code; !step.isEmpty(); step = Codes.parent(step)) {
            AgencyRow row = byCode.get(step);
            if (row != null && row.active()) {
                return Optional.of(row.agency());
            }
        }
        return Optional.empty();
    }
}
