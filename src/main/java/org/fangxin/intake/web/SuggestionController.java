package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Actor;
import org.fangxin.database.Scopes;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.internal.suggest.Accuracy;
import org.fangxin.intake.internal.suggest.Choosing;
import org.fangxin.intake.internal.suggest.Field;
import org.fangxin.intake.internal.suggest.Options;
import org.fangxin.intake.internal.suggest.Proposal;
import org.fangxin.intake.store.ChoiceStore.Cut;
import org.fangxin.intake.store.ChoiceStore.Tally;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proposals on a case, the officer's choice, and how often proposals were right. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "suggestions", description = "建议：依据、准确率，由工作人员选定")
class SuggestionController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Role[] CHOOSERS = {Role.INTAKE, Role.REGISTRAR, Role.HANDLER, Role.INVESTIGATOR};
    private static final Role[] READERS = Role.OFFICERS.toArray(Role[]::new);

    private final Choosing choosing;
    private final Accuracy accuracy;
    private final Options options;
    private final Agencies agencies;
    private final InstantSource clock;

    SuggestionController(
            Choosing choosing, Accuracy accuracy, Options options, Agencies agencies, InstantSource clock) {
        this.choosing = choosing;
        this.accuracy = accuracy;
        this.options = options;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Schema(name = "SuggestionOption")
    record Option(String value, String label) {}

    @Schema(name = "SuggestionAccuracy", description = "rate 为空表示尚无足够数据；days 是统计的天数")
    record Measured(int choices, int right, @Nullable Double rate, int days) {}

    @Schema(name = "CaseSuggestion", description = "chosen 为空表示还没有人选定；current 是案件现在的值")
    record Item(
            String field,
            String label,
            String value,
            String valueLabel,
            String source,
            List<String> words,
            @Nullable String reason,
            @Nullable String example,
            @Nullable String current,
            @Nullable String chosen,
            Measured accuracy,
            List<Option> options) {}

    @Schema(name = "CaseSuggestions")
    record Items(List<Item> items) {}

    @Schema(name = "SuggestionChoice", description = "value 是选定的值；version 是看到的案件版本")
    record Chosen(@Nullable String value, @Nullable Long version) {}

    @Schema(
            name = "SuggestionFigure",
            description = "silent 是建议里没有看到疑点或者急事的，分开计数；part 是月份或者机关代码，合计时为空，partName 是机关的名称；rate 为空表示尚无足够数据")
    record Figure(
            String field,
            String source,
            boolean silent,
            String part,
            @Nullable String partName,
            int choices,
            int right,
            @Nullable Double rate) {}

    @Schema(name = "SuggestionFigures", description = "enough 是给出准确率所需的最少选定数")
    record Figures(
            LocalDate from, LocalDate to, int enough, List<Figure> whole, List<Figure> months, List<Figure> agencies) {}

    @GetMapping("/cases/{caseNo}/suggestions")
    @Operation(summary = "对一件案子的建议：类别、商品、问题、承办机构、不予受理的疑点、缓急，各有依据和实测准确率", description = "只是建议，什么也不决定。看不到的案件 404。")
    Items caseSuggestions(@PathVariable String caseNo) {
        CurrentPerson.require();
        Choosing.OnCase on = choosing.of(caseNo);
        Map<String, String> chosen = accuracy.chosen(caseNo);
        List<Tally> lately = accuracy.lately(on.state().agency());
        return new Items(on.proposals().stream()
                .map(one -> item(on, one, chosen.get(one.field().name()), lately))
                .toList());
    }

    private Item item(Choosing.OnCase on, Proposal one, @Nullable String chosen, List<Tally> lately) {
        List<Option> offered = options.of(one.field(), on.state()).entrySet().stream()
                .map(option -> new Option(option.getKey(), option.getValue()))
                .toList();
        return new Item(
                one.field().name(),
                one.field().chinese(),
                one.value(),
                one.label(),
                one.source().name(),
                one.words(),
                one.reason(),
                one.example(),
                current(on, one.field()),
                chosen,
                measured(one, lately),
                offered);
    }

    private static @Nullable String current(Choosing.OnCase on, Field field) {
        return switch (field) {
            case KIND -> on.state().kind().name();
            case GOODS -> on.origin().narrative().goodsCode();
            case PROBLEM -> on.origin().narrative().problemCode();
            case OFFICE -> on.state().agency();
            case REFUSAL, URGENCY -> null;
        };
    }

    private static Measured measured(Proposal one, List<Tally> lately) {
        return lately.stream()
                .filter(tally -> tally.field().equals(one.field().name())
                        && tally.source().equals(one.source().name())
                        && tally.silent() == one.silent())
                .findFirst()
                .map(tally -> measured(tally.all(), tally.right()))
                .orElseGet(() -> measured(0, 0));
    }

    private static Measured measured(int all, int right) {
        return new Measured(all, right, Accuracy.rate(all, right).orElse(null), Accuracy.DAYS);
    }

    @PostMapping("/cases/{caseNo}/suggestions/{field}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "选定：照建议或者另选；商品、问题用“更正”登记，类别相符的用“确认类别”，并记下选定与建议的对照",
            description = "选项不对 422；别人先办了 409；看不到的案件 404。承办机构、不予受理、缓急只记下选定，办理行为另做。")
    void chooseSuggestion(@PathVariable String caseNo, @PathVariable String field, @RequestBody Chosen body) {
        SignedIn who = CurrentPerson.require(CHOOSERS);
        Choosing.OnCase on = choosing.of(caseNo);
        if (body.version() == null) {
            throw Problem.invalid("version", "required", "缺少看到的版本，请刷新页面再选。");
        }
        Actor actor = new Actor(who.personId(), who.agencyCode(), who.roles());
        choosing.choose(on, field(field), body.value(), actor, body.version());
    }

    private static Field field(String typed) {
        String name = typed.toUpperCase(Locale.ROOT);
        for (Field one : Field.values()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw Problem.notFound();
    }

    @GetMapping("/suggestions/figures")
    @Operation(
            summary = "建议的实测准确率：按项目和来源，分月，分机关；只算本人权限范围内的案件",
            description = "不予受理的疑点按后来受理、不予受理或者要求补充的材料算，缓急按危险、食品风险的标记算，没有办的按选定算。不写日期就是最近 90 天。不在权限范围内的机关 404；日期颠倒 422。")
    Figures suggestionFigures(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
        CurrentPerson.require(READERS);
        if (agency != null && !Scopes.current().covers(agency)) {
            throw Problem.notFound();
        }
        LocalDate last = Objects.requireNonNullElseGet(
                to, () -> clock.instant().atZone(ZONE).toLocalDate());
        LocalDate first = Objects.requireNonNullElseGet(from, () -> last.minusDays(Accuracy.DAYS));
        if (first.isAfter(last)) {
            throw Problem.invalid("from", "after", "开始日期不能晚于结束日期。");
        }
        Instant start = first.atStartOfDay(ZONE).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(ZONE).toInstant();
        return new Figures(
                first,
                last,
                Accuracy.ENOUGH,
                figures(Cut.WHOLE, agency, start, end),
                figures(Cut.MONTH, agency, start, end),
                figures(Cut.AGENCY, agency, start, end));
    }

    private List<Figure> figures(Cut cut, @Nullable String agency, Instant start, Instant end) {
        return accuracy.of(cut, agency, start, end).stream()
                .map(one -> new Figure(
                        one.field(),
                        one.source(),
                        one.silent(),
                        one.part(),
                        cut == Cut.AGENCY
                                ? agencies.find(one.part()).map(Agency::name).orElse(null)
                                : null,
                        one.all(),
                        one.right(),
                        Accuracy.rate(one.all(), one.right()).orElse(null)))
                .toList();
    }
}
