package org.fangxin.law.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.law.DueDate;
import org.fangxin.law.Pause;
import org.fangxin.law.Rollover;
import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Unit;
import org.fangxin.law.Statutes;
import org.fangxin.problem.Problem;
import org.fangxin.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "By when, and why": a date that anyone can check by hand. */
@RestController
@RequestMapping("/api/v1/law")
@Tag(name = "law")
class DeadlineController {
    private final Statutes statutes;

    DeadlineController(Statutes statutes) {
        this.statutes = statutes;
    }

    @GetMapping("/deadline")
    @Operation(summary = "The date of a rule counted from a start, with its reason")
    DeadlineAnswer deadline(
            @Parameter(description = "Rule id, e.g. order121.complaint.accept", required = true)
                    @RequestParam(required = false)
                    @Nullable
                    String rule,
            @Parameter(description = "Start: a time with offset, or a day", required = true)
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "after/through: these days do not count; repeatable")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> pause,
            @Parameter(description = "ALL_REST_DAYS, HOLIDAY_PERIOD or STATUTORY_DAYS_ONLY")
                    @RequestParam(required = false)
                    @Nullable
                    String rollover,
            @Parameter(description = "Agency whose settings and promises hold") @RequestParam(defaultValue = "")
                    String agency) {
        Statutes here = statutes.forAgency(AgencyCode.of(agency));
        Rule known = rule(here, rule);
        Moments.Moment start = Moments.moment("from", from);
        List<Pause> pauses = PauseParameter.of(pause);
        requireLength(known);
        requirePauseAllowed(known, pauses);
        DueDate due = rollover == null || rollover.isBlank()
                ? here.due(known.id(), start.at().toInstant(), pauses)
                : here.due(known.id(), start.at().toInstant(), pauses, rollover(rollover));
        return DeadlineAnswer.of(known, due, start);
    }

    private static Rule rule(Statutes statutes, @Nullable String id) {
        if (id == null || id.isBlank()) {
            throw Problem.invalid("rule", "missing", "请填写规则编号，如 order121.complaint.accept。");
        }
        return statutes.rule(id.strip()).orElseThrow(() -> {
            Optional<Rule> plain = withoutExtension(statutes, id.strip());
            if (plain.isPresent()) {
                return refused(
                        plain.get(), "rule", "no-extension", "“" + plain.get().title() + "”不能延长。");
            }
            List<String> ids = statutes.all().stream().map(Rule::id).toList();
            String meant = Suggestion.nearest(id.strip(), ids).orElse("");
            return new Problem(
                    422,
                    "invalid",
                    "没有这条规则",
                    "没有这条规则。您要找的可能是 " + meant + "。",
                    List.of(new FieldError("rule", "unknown", "没有这条规则。您要找的可能是 " + meant + "。")),
                    Map.of("suggestion", meant));
        });
    }

    /** The rule that an {@code x.extended} would extend, when the law knows no extension of it. */
    private static Optional<Rule> withoutExtension(Statutes statutes, String id) {
        return Stream.of(".extended", ".further")
                .filter(id::endsWith)
                .map(end -> id.substring(0, id.length() - end.length()))
                .flatMap(base -> statutes.rule(base).stream())
                .findFirst();
    }

    private static void requireLength(Rule rule) {
        if (rule.unit() == Unit.SET) {
            throw refused(rule, "rule", "set-by-decision", "“" + rule.title() + "”的日期由决定确定，不能推算。");
        }
        if (rule.unit() == Unit.PROMPTLY) {
            throw refused(rule, "rule", "promptly", "“" + rule.title() + "”法律写的是“及时”，没有写天数，不能推算。");
        }
    }

    private static void requirePauseAllowed(Rule rule, List<Pause> pauses) {
        if (!pauses.isEmpty() && rule.pauseReasons().isEmpty()) {
            throw refused(rule, "pause", "not-allowed", "“" + rule.title() + "”没有可以扣除的时间。");
        }
    }

    private static Problem refused(Rule rule, String field, String code, String message) {
        String detail = message + " " + rule.article();
        return new Problem(
                422,
                "forbidden-by-law",
                "依法不能这样算",
                detail,
                List.of(new FieldError(field, code, detail)),
                Map.of("articles", List.of(rule.article())));
    }

    private static Rollover rollover(String name) {
        return Arrays.stream(Rollover.values())
                .filter(known -> known.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "rollover", "unknown", "可以选：ALL_REST_DAYS、HOLIDAY_PERIOD、STATUTORY_DAYS_ONLY。"));
    }
}
