package org.fangxin.search.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of search's answers. */
final class SearchViews {
    private SearchViews() {}

    @Schema(name = "SearchRange", description = "从第 from 个到第 to 个字符之前（UTF-16）")
    record RangeView(int from, int to) {}

    @Schema(name = "SearchSnippet")
    record SnippetView(
            @Schema(description = "caseNo、merchant、summary、goods 或 content")
            String field,

            String text,
            List<RangeView> ranges) {}

    @Schema(name = "SearchAgency")
    record AgencyView(String code, String name) {}

    @Schema(name = "SearchHit")
    record HitView(
            String caseNo,
            String kind,
            String stage,
            String stageLabel,
            AgencyView agency,
            OffsetDateTime receivedAt,
            List<SnippetView> snippets,

            @Schema(description = "phone、person：按电话、姓名找到；other：别名、编号、文书文号等没有显示的文字") @Nullable
            String by) {}

    @Schema(name = "SearchFacetValue")
    record FacetValue(String code, @Nullable String name, int count) {}

    @Schema(name = "SearchFacet")
    record Facet(
            @Schema(description = "kind、stage、agency、goods 或 year")
            String name,

            List<FacetValue> values) {}

    @Schema(name = "SearchResult")
    record Result(
            List<HitView> items,
            int total,

            @Schema(description = "true：还有更多，分类数字是最近 total 件的")
            boolean atLeast,

            List<Facet> facets,
            @Nullable String nextCursor,
            @Nullable String previousCursor) {}

    @Schema(name = "SearchSuggestion")
    record SuggestionView(String kind, String text, List<RangeView> ranges, int cases) {}

    @Schema(name = "SearchSuggestions")
    record SuggestionList(List<SuggestionView> items) {}

    @Schema(name = "SearchRequest", description = "电话、姓名只放在请求正文里，不写进网址")
    record Request(
            @Nullable String q,

            @Schema(description = "true：按当事人的完整姓名或电话找") @Nullable
            Boolean people,

            @Nullable String kind,
            @Nullable String agency,
            @Nullable String stage,
            @Nullable String goods,
            @Nullable Integer year,
            @Nullable Integer limit,
            @Nullable String cursor) {}
}
