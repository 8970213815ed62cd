package org.fangxin.search.web;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.fangxin.search.Found;
import org.fangxin.search.Found.Hit;
import org.fangxin.search.Found.Range;
import org.fangxin.search.web.SearchViews.AgencyView;
import org.fangxin.search.web.SearchViews.Facet;
import org.fangxin.search.web.SearchViews.FacetValue;
import org.fangxin.search.web.SearchViews.HitView;
import org.fangxin.search.web.SearchViews.RangeView;
import org.fangxin.search.web.SearchViews.Result;
import org.fangxin.search.web.SearchViews.SnippetView;
import org.fangxin.search.web.SearchViews.SuggestionView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Found things with the names of what they are. */
@Component
class ResultViews {
    private final Agencies agencies;

    ResultViews(Agencies agencies) {
        this.agencies = agencies;
    }

    Result of(Found found) {
        return new Result(
                found.hits().stream().map(this::hit).toList(),
                found.total(),
                found.atLeast(),
                found.facets().entrySet().stream()
                        .map(facet -> new Facet(facet.getKey(), values(facet.getKey(), facet.getValue())))
                        .toList(),
                Asking.write(found.next()),
                Asking.write(found.previous()));
    }

    SuggestionView of(Found.Suggestion one) {
        return new SuggestionView(one.kind(), one.text(), ranges(one.ranges()), one.cases());
    }

    private List<FacetValue> values(String facet, Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> new FacetValue(count.getKey(), name(facet, count.getKey()), count.getValue()))
                .toList();
    }

    /** Names of goods are those of the code table, which the page has. */
    private @Nullable String name(String facet, String code) {
        return switch (facet) {
            case "kind" -> Kind.valueOf(code).chinese();
            case "stage" -> Stage.valueOf(code).chinese();
            case "agency" -> agency(code);
            default -> null;
        };
    }

    private HitView hit(Hit hit) {
        return new HitView(
                hit.caseNo(),
                hit.kind(),
                hit.stage(),
                Stage.valueOf(hit.stage()).chinese(),
                new AgencyView(hit.agency(), agency(hit.agency())),
                hit.receivedAt().atZone(Fields.ZONE).toOffsetDateTime(),
                hit.snippets().stream()
                        .map(one -> new SnippetView(one.field(), one.text(), ranges(one.ranges())))
                        .toList(),
                hit.by());
    }

    private String agency(String code) {
        return agencies.find(code).map(Agency::name).orElse(code);
    }

    private static List<RangeView> ranges(List<Range> ranges) {
        return ranges.stream()
                .map(range -> new RangeView(range.from(), range.to()))
                .toList();
    }
}
