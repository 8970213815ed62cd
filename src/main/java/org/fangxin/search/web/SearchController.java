package org.fangxin.search.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.stream.Stream;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.Phones;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.search.CaseSearch;
import org.fangxin.search.web.SearchViews.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One box over all cases that the person may see. */
@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "search", description = "检索：编号、商家、商品和经过")
class SearchController {
    private final CaseSearch search;
    private final ResultViews views;
    private final AuditLog audit;

    SearchController(CaseSearch search, ResultViews views, AuditLog audit) {
        this.search = search;
        this.views = views;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "检索本人权限范围内的案件，新的在前；几个词都要有，引号里的照原样")
    SearchViews.Result find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String stage,
            @Parameter(description = "商品和服务类别代码") @RequestParam(required = false) @Nullable String goods,
            @Parameter(description = "接收的年份") @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (holdsPhone(q)) {
            throw Problem.invalid("q", "phone", "电话不能写进网址。请在检索框里输入，或者用 POST 提交。");
        }
        return found(new Request(q, false, kind, agency, stage, goods, year, limit, cursor));
    }

    @PostMapping
    @Operation(summary = "同上，条件放在正文里；11 位电话只能这样找，people 为 true 时按当事人的完整姓名找")
    SearchViews.Result findByBody(@RequestBody Request request) {
        return found(request);
    }

    @GetMapping("/suggest")
    @Operation(summary = "边输入边提示：本人看得到的案件里的商家和商品")
    SearchViews.SuggestionList suggest(@RequestParam(defaultValue = "") String q) {
        return new SearchViews.SuggestionList(
                search.suggest(q, actor()).stream().map(views::of).toList());
    }

    private SearchViews.Result found(Request request) {
        String words = request.q() == null ? "" : request.q();
        boolean people =
                Boolean.TRUE.equals(request.people()) || Phones.fault(words).isEmpty();
        if (people) {
            // a look for a person: who looked stands in the audit log, whom he looked for does not
            audit.record("PERSON_SEARCHED", "", "by=" + (Phones.fault(words).isEmpty() ? "PHONE" : "NAME"));
        }
        return views.of(search.find(Asking.of(request, people), actor()));
    }

    private static boolean holdsPhone(String words) {
        return Stream.concat(Stream.of(words), Arrays.stream(words.strip().split("\\s+")))
                .anyMatch(one -> Phones.fault(one).isEmpty());
    }

    private static Actor actor() {
        SignedIn who = CurrentPerson.require();
        return Actor.of(who);
    }
}
