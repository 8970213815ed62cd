package org.fangxin.supervision.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.fangxin.supervision.internal.Hangings;
import org.fangxin.supervision.internal.MajorCases;
import org.fangxin.supervision.web.MajorReading.MajorView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The library of major cases 大要案库 and 挂牌督办. */
@RestController
@RequestMapping("/api/v1/major-cases")
@Tag(name = "major-cases", description = "大要案与挂牌督办")
class MajorCaseController {
    private static final Role[] READERS = {Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER, Role.SUPERIOR};
    private static final Role[] DECIDERS = {Role.LEADER, Role.SUPERIOR};

    private final MajorCases majors;
    private final Hangings hangings;
    private final MajorReading reading;

    MajorCaseController(MajorCases majors, Hangings hangings, MajorReading reading) {
        this.majors = majors;
        this.hangings = hangings;
        this.reading = reading;
    }

    @Schema(name = "MajorList", description = "criteria: thresholds that hold for the caller's agency; AMOUNT in yuan")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Library(Map<String, Integer> criteria, List<MajorView> items) {}

    @Schema(name = "MajorProposal", description = "criteria: AMOUNT, VICTIMS, AGENCIES, HARM, MEDIA")
    record Proposal(
            @Nullable String caseNo,
            @Nullable List<@Nullable String> criteria,
            @Nullable String reason) {}

    @Schema(name = "MajorDecision")
    record Deciding(@Nullable Boolean enter, @Nullable String reason) {}

    @Schema(name = "HangingOrder", description = "dueOn: last day of the term; everyDays: how often to report")
    record Order(
            @Nullable LocalDate dueOn,
            @Nullable String responsible,
            @Nullable Integer everyDays,
            @Nullable String text) {}

    @Schema(name = "HangingWords", description = "dueOn: only for an extension")
    record Words(@Nullable LocalDate dueOn, @Nullable String text) {}

    @Schema(name = "MajorThreshold")
    record Threshold(@Nullable Integer threshold) {}

    @GetMapping
    @Operation(
            summary = "大要案库：提请的、列入的、没有列入的，连同挂牌督办的每一步",
            description = "Cases that the caller may see, at most 200; state: PROPOSED, ENTERED (default), DECLINED.")
    Library library(@RequestParam(defaultValue = "ENTERED") String state) {
        var who = CurrentPerson.require(READERS);
        return new Library(majors.criteria(who.agencyCode()), reading.list(state));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "提请列入大要案库",
            description = "404 for a case that may not be seen, 409 when it was proposed before.")
    void proposeMajor(@RequestBody Proposal body) {
        var who = CurrentPerson.require(READERS);
        List<String> criteria = body.criteria() == null
                ? List.of()
                : body.criteria().stream().filter(Objects::nonNull).distinct().toList();
        majors.propose(who, text(body.caseNo()), criteria, text(body.reason()));
    }

    @PostMapping("/{majorId}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "决定列入或者不列入", description = "A leader or superior who did not propose it himself.")
    void decideMajor(@PathVariable long majorId, @RequestBody Deciding body) {
        var who = CurrentPerson.require(DECIDERS);
        majors.find(majorId);
        if (body.enter() == null) {
            throw Problem.invalid("enter", "required", "请选列入还是不列入。");
        }
        majors.decide(who, majorId, body.enter(), text(body.reason()));
    }

    @PostMapping("/{majorId}/hangings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "挂牌督办", description = "At the level of the caller's agency; once at a time for each agency.")
    void hang(@PathVariable long majorId, @RequestBody Order body) {
        var who = CurrentPerson.require(DECIDERS);
        hangings.hang(
                who,
                majorId,
                body.dueOn(),
                text(body.responsible()),
                Objects.requireNonNullElse(body.everyDays(), 0),
                text(body.text()));
    }

    @PostMapping("/hangings/{hangingId}/reports")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "报告督办进展", description = "By who is in charge of the case; 404 for others.")
    void reportProgress(@PathVariable long hangingId, @RequestBody Words body) {
        hangings.report(CurrentPerson.require(READERS), hangingId, text(body.text()));
    }

    @PostMapping("/hangings/{hangingId}/extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "延长督办期限", description = "By the agency that hung it.")
    void extendHanging(@PathVariable long hangingId, @RequestBody Words body) {
        hangings.extend(CurrentPerson.require(DECIDERS), hangingId, body.dueOn(), text(body.text()));
    }

    @PostMapping("/hangings/{hangingId}/lifting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "摘牌，写明结果", description = "By the agency that hung it.")
    void liftHanging(@PathVariable long hangingId, @RequestBody Words body) {
        hangings.lift(CurrentPerson.require(DECIDERS), hangingId, text(body.text()));
    }

    @PutMapping("/criteria/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "规定大要案的标准", description = "For the caller's agency and those below it.")
    void setCriterion(@PathVariable String code, @RequestBody Threshold body) {
        majors.criterion(CurrentPerson.require(Role.LEADER), code, Objects.requireNonNullElse(body.threshold(), 0));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
