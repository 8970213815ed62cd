package org.fangxin.law.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.law.Rule;
import org.fangxin.law.Statutes;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules in force on a day. */
@RestController
@RequestMapping("/api/v1/law")
@Tag(name = "law")
class RuleController {
    private final Statutes statutes;
    private final InstantSource clock;

    RuleController(Statutes statutes, InstantSource clock) {
        this.statutes = statutes;
        this.clock = clock;
    }

    /** @param law which order governs a case received on that day */
    @Schema(name = "LawRules")
    record Rules(LocalDate on, String law, List<Rule> items, int total) {}

    @GetMapping("/rules")
    @Operation(summary = "The rules in force on a day (default: today), promises included and marked as such")
    Rules rules(
            @Parameter(description = "A day") @RequestParam(required = false) @Nullable String on,
            @Parameter(description = "Agency whose promises are meant") @RequestParam(defaultValue = "")
                    String agency) {
        LocalDate day = on == null || on.isBlank()
                ? clock.instant().atZone(Moments.ZONE).toLocalDate()
                : Moments.day("on", on);
        List<Rule> rules = statutes.forAgency(AgencyCode.of(agency)).inForceOn(day);
        return new Rules(day, statutes.lawOf(day), rules, rules.size());
    }
}
