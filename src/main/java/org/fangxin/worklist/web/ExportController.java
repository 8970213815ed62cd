package org.fangxin.worklist.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.worklist.Export;
import org.fangxin.worklist.internal.ExportFile;
import org.fangxin.worklist.internal.Exports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists as files: asked for with a purpose, approved by another person when long, fetched by who asked. */
@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "exports", description = "导出：与列表所见完全一致，遮盖同页面；超过件数要负责人批准；七天后删除")
class ExportController {
    private final Exports exports;
    private final ExportFile file;
    private final People people;

    ExportController(Exports exports, ExportFile file, People people) {
        this.exports = exports;
        this.file = file;
        this.people = people;
    }

    @Schema(
            name = "ExportRequest",
            description = "filter: names and values as GET /cases takes them; columns: empty for all there are")
    record Request(
            @Nullable Map<String, String> filter,
            @Nullable String sort,
            @Nullable List<String> columns,
            Export.@Nullable Format format,
            Export.@Nullable Purpose purpose,
            @Nullable String words) {}

    @Schema(name = "ExportDecision")
    record Deciding(@Nullable Boolean approve, @Nullable String words) {}

    @Schema(name = "CaseExport", description = "state: ASKED (waits for approval), READY or REFUSED")
    record View(
            String exportId,
            Export.State state,
            int rows,
            Export.Format format,
            Export.Purpose purpose,
            String purposeLabel,
            String words,
            @Nullable String askedBy,
            OffsetDateTime askedAt,
            @Nullable String decidedBy,
            @Nullable String decision,
            OffsetDateTime expiresAt) {}

    @Schema(name = "CaseExportList", description = "alone: how many rows need no approval; waiting: for the caller")
    record Views(int alone, List<View> items, List<View> waiting) {}

    @GetMapping
    @Operation(summary = "自己七天内的导出；负责人还有等着批准的")
    Views exports() {
        SignedIn who = CurrentPerson.require(Desk.WORKERS);
        boolean decides = who.has(Role.UNIT_HEAD) || who.has(Role.LEADER);
        return new Views(
                exports.alone(who), views(exports.own(who)), decides ? views(exports.waiting(who)) : List.of());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "申请导出筛选出的全部案件", description = "Which cases are in it is settled now.")
    View askExport(@RequestBody Request body) {
        SignedIn who = CurrentPerson.require(Desk.WORKERS);
        if (body.format() == null || body.purpose() == null) {
            throw Problem.invalid(
                    body.format() == null ? "format" : "purpose",
                    "required",
                    body.format() == null ? "请选文件格式：CSV 或者 XLSX。" : "请选导出的用途。");
        }
        return view(exports.ask(
                new Exports.Draft(
                        body.filter() == null ? Map.of() : body.filter(),
                        body.sort() == null ? "due" : body.sort(),
                        body.columns() == null ? List.of() : body.columns(),
                        body.format(),
                        body.purpose(),
                        body.words() == null ? "" : body.words()),
                who));
    }

    @PostMapping("/{exportId}/decision")
    @Operation(summary = "负责人批准或者不批准导出", description = "Never by who asked.")
    View decideExport(@PathVariable String exportId, @RequestBody Deciding body) {
        SignedIn who = CurrentPerson.require(Role.UNIT_HEAD, Role.LEADER);
        if (body.approve() == null) {
            throw Problem.invalid("approve", "required", "请选批准还是不批准。");
        }
        return view(exports.decide(exportId, body.approve(), body.words() == null ? "" : body.words(), who));
    }

    @GetMapping("/{exportId}/file")
    @Operation(summary = "下载导出的文件；每次下载都留痕", description = "By who asked, once it is READY.")
    void exportFile(@PathVariable String exportId, HttpServletResponse response) throws IOException {
        SignedIn who = CurrentPerson.require(Desk.WORKERS);
        Export export = exports.take(exportId, who);
        boolean csv = export.format() == Export.Format.CSV;
        String day = export.askedAt().atZone(Fields.ZONE).toLocalDate().toString();
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("案件" + day + (csv ? ".csv" : ".xlsx"), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        file.write(export, who, response.getOutputStream());
    }

    private View view(Export export) {
        return views(List.of(export)).getFirst();
    }

    private List<View> views(List<Export> all) {
        List<String> ids = new ArrayList<>();
        all.forEach(one -> {
            ids.add(one.askedBy());
            if (one.decidedBy() != null) {
                ids.add(one.decidedBy());
            }
        });
        Map<String, String> names = people.displayNames(ids);
        return all.stream()
                .map(one -> new View(
                        one.id(),
                        one.state(),
                        one.rows(),
                        one.format(),
                        one.purpose(),
                        one.purpose().chinese(),
                        one.words(),
                        names.get(one.askedBy()),
                        time(one.askedAt()),
                        one.decidedBy() == null ? null : names.get(one.decidedBy()),
                        one.decision(),
                        time(one.expiresAt())))
                .toList();
    }

    private static OffsetDateTime time(java.time.Instant at) {
        return Objects.requireNonNull(at).atZone(Fields.ZONE).toOffsetDateTime();
    }
}
