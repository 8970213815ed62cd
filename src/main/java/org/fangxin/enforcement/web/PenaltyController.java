package org.fangxin.enforcement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.enforcement.PenaltyFile.Note;
import org.fangxin.enforcement.internal.PenaltyFiles;
import org.fangxin.enforcement.store.PenaltyStore;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Penalty files and their figures, for the desk and for the bureau's own case system. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "penalty-files", description = "行政处罚案卷：立案、办案期限、决定、公示、结案；诉转案等指标")
class PenaltyController {
    private static final Role[] LINE = {Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER};
    private static final Role[] READERS = {Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER, Role.SUPERIOR};
    private static final Role[] HEADS = {Role.UNIT_HEAD, Role.LEADER, Role.SUPERIOR};

    private final PenaltyFiles files;
    private final PenaltyViews views;

    PenaltyController(PenaltyFiles files, PenaltyViews views) {
        this.files = files;
        this.views = views;
    }

    @Schema(name = "PenaltyNote", description = "all five together; null or blank empties one")
    record NoteRequest(
            @Schema(description = "本机关的案件编号") @Nullable String bureauNo,
            @Schema(description = "违反的条款") @Nullable String violated,
            @Schema(description = "处罚依据") @Nullable String applied,
            @Schema(description = "本机关办案系统的名称") @Nullable String externalSystem,
            @Schema(description = "在该系统里的案件编号") @Nullable String externalNo) {}

    @Schema(name = "PenaltyPublishing")
    record Publishing(
            @Schema(description = "公示日期；不填就是今天") @Nullable LocalDate on,
            @Schema(description = "在哪里公示") @Nullable String place) {}

    @Schema(name = "PenaltyWithdrawing")
    record Withdrawing(@Nullable LocalDate on, @Nullable String reason) {}

    @Schema(name = "PenaltyFileList", description = "at most 200, the newest first")
    record Files(List<PenaltyViews.View> items) {}

    @GetMapping("/penalty-files")
    @Operation(summary = "看得到的行政处罚案卷", description = "state: OPEN (default), DECIDED, CLOSED.")
    Files penaltyFiles(@RequestParam(defaultValue = "OPEN") String state) {
        CurrentPerson.require(READERS);
        PenaltyStore.State which = Stream.of(PenaltyStore.State.values())
                .filter(one -> one.name().equals(state.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("state", "unknown", "请选在办、已决定或者已结案。"));
        return new Files(views.of(files.list(which)));
    }

    @GetMapping("/penalty-files/figures")
    @Operation(
            summary = "诉转案率、诉转案查处率、举报立案率、举报查实率和罚没款",
            description =
                    "from, to: days, both included; this year up to today when absent. Complaints count by their"
                            + " acceptance, each once however many clues; rates are percentages with two decimals, null over nothing.")
    PenaltyViews.FiguresView penaltyFigures(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
        CurrentPerson.require(HEADS);
        LocalDate last = to == null ? views.today() : to;
        LocalDate first = from == null ? last.withDayOfYear(1) : from;
        return PenaltyViews.figures(first, last, files.figures(first, last));
    }

    @GetMapping("/cases/{caseNo}/penalty-file")
    @Operation(summary = "一件举报的行政处罚案卷", description = "404 when it was not filed, or for a case that may not be seen.")
    PenaltyViews.View penaltyFile(@PathVariable String caseNo) {
        CurrentPerson.require(READERS);
        return views.of(files.of(caseNo));
    }

    @PutMapping("/cases/{caseNo}/penalty-file")
    @Operation(
            summary = "写案卷的编号、条款和办案系统里的编号",
            description = "Also by the bureau's case system with a client of its own.")
    PenaltyViews.View notePenaltyFile(@PathVariable String caseNo, @RequestBody NoteRequest body) {
        SignedIn who = CurrentPerson.require(LINE);
        Note note = new Note(
                text(body.bureauNo()),
                text(body.violated()),
                text(body.applied()),
                text(body.externalSystem()),
                text(body.externalNo()),
                who.personId(),
                Instant.EPOCH);
        return views.of(files.note(caseNo, who, note));
    }

    @PostMapping("/cases/{caseNo}/penalty-file/publication")
    @Operation(summary = "记录处罚决定的公示（程序规定第六十三条）")
    PenaltyViews.View publishPenalty(@PathVariable String caseNo, @RequestBody Publishing body) {
        SignedIn who = CurrentPerson.require(LINE);
        return views.of(files.publish(caseNo, who, body.on(), or(body.place())));
    }

    @PostMapping("/cases/{caseNo}/penalty-file/publication/withdrawal")
    @Operation(summary = "记录公示的撤回和理由（程序规定第六十三条第二款，三个工作日内）")
    PenaltyViews.View withdrawPenalty(@PathVariable String caseNo, @RequestBody Withdrawing body) {
        SignedIn who = CurrentPerson.require(LINE);
        return views.of(files.withdraw(caseNo, who, body.on(), or(body.reason())));
    }

    private static @Nullable String text(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .orElse(null);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
