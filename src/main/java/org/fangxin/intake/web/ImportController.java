package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.internal.bulk.FaultyRows;
import org.fangxin.intake.internal.bulk.Field;
import org.fangxin.intake.internal.bulk.ImportDesk;
import org.fangxin.intake.internal.bulk.ImportWorker;
import org.fangxin.intake.internal.bulk.Imports;
import org.fangxin.intake.internal.file.FileVault;
import org.fangxin.intake.store.ImportRowStore;
import org.fangxin.intake.store.ImportStore.Job;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Bulk import: a file, what its columns mean, a dry run, the real one, a result for each row. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "imports", description = "批量导入")
class ImportController {
    private static final Role[] MAY = {Role.REGISTRAR, Role.INTAKE, Role.UNIT_HEAD, Role.LEADER};
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final ImportDesk desk;
    private final ImportWorker worker;
    private final FaultyRows faulty;
    private final FileVault files;
    private final Agencies agencies;
    private final AuditLog audit;
    private final JsonMapper json;

    ImportController(
            Imports imports,
            ImportDesk desk,
            ImportWorker worker,
            FaultyRows faulty,
            FileVault files,
            Agencies agencies,
            AuditLog audit,
            JsonMapper json) {
        this.imports = imports;
        this.desk = desk;
        this.worker = worker;
        this.faulty = faulty;
        this.files = files;
        this.agencies = agencies;
        this.audit = audit;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "导入一个文件；dryRun=true 只试，不写入")
    ResponseEntity<ImportViews.Reading> start(
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String agency)
            throws IOException {
        SignedIn who = CurrentPerson.require(MAY);
        Path plain = files.workFile();
        try {
            file.transferTo(plain);
            Imports.Started started = imports.start(new Imports.Request(
                    plain,
                    String.valueOf(file.getOriginalFilename()),
                    agency(who, agency),
                    dryRun,
                    mapping(mapping),
                    who.personId()));
            begin(started);
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(ImportViews.reading(started, Field.values()));
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    @PostMapping("/{importId}/run")
    @Operation(summary = "把试过的文件真正导入")
    ResponseEntity<ImportViews.Run> runTried(
            @PathVariable String importId, @RequestBody(required = false) @Nullable Map<String, Object> body) {
        SignedIn who = CurrentPerson.require(MAY);
        desk.find(importId).orElseThrow(Problem::notFound);
        Map<String, String> mapping = body == null || body.get("mapping") == null
                ? null
                : mapping(json.writeValueAsString(body.get("mapping")));
        Imports.Started started =
                imports.runTried(importId, mapping, who.personId()).orElseThrow(ImportController::notTried);
        begin(started);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(ImportViews.run(started.job()));
    }

    @GetMapping
    @Operation(summary = "最近的导入")
    ImportViews.Recent recent() {
        CurrentPerson.require(MAY);
        return new ImportViews.Recent(
                desk.recent().stream().map(ImportViews::run).toList());
    }

    @GetMapping("/{importId}")
    @Operation(summary = "一次导入的进度")
    ImportViews.Run one(@PathVariable String importId) {
        CurrentPerson.require(MAY);
        return ImportViews.run(desk.find(importId).orElseThrow(Problem::notFound));
    }

    @GetMapping("/{importId}/rows")
    @Operation(summary = "逐行结果：行号、列、原来的内容、问题、怎么改")
    ImportViews.Rows rows(
            @PathVariable String importId,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        SignedIn who = CurrentPerson.require(MAY);
        Job job = desk.find(importId).orElseThrow(Problem::notFound);
        if (limit < 1 || limit > 200) {
            throw Problem.invalid("limit", "range", "每页条数（limit）应为 1 至 200。");
        }
        ImportRowStore.Page page = desk.rows(importId, ImportViews.outcome(outcome), ImportViews.after(cursor), limit);
        boolean own = job.createdBy().equals(who.personId());
        boolean seesReports = who.has(Role.INTAKE) || who.has(Role.UNIT_HEAD) || who.has(Role.LEADER);
        return ImportViews.rows(page, own, own || seesReports);
    }

    @GetMapping(path = "/{importId}/errors.xlsx", produces = EXCEL)
    @Operation(summary = "出错的行：原表加两列；只给导入的人")
    ResponseEntity<StreamingResponseBody> errors(@PathVariable String importId) {
        SignedIn who = CurrentPerson.require(MAY);
        Job job = desk.find(importId)
                .filter(found -> found.createdBy().equals(who.personId()) && found.fileId() != null)
                .orElseThrow(Problem::notFound);
        List<ImportRowStore.Result> failed = desk.failed(importId);
        audit.record("IMPORT_ERRORS_READ", importId);
        ContentDisposition name = ContentDisposition.attachment()
                .filename("出错的行.xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(EXCEL))
                .body(out -> faulty.write(Objects.requireNonNull(job.fileId()), failed, out));
    }

    private void begin(Imports.Started started) {
        if (!started.alreadyUnderWay()) {
            audit.record("IMPORT", started.job().id(), "agency=" + started.job().agency());
            worker.queue(started.job().id());
        }
    }

    private String agency(SignedIn who, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return who.agencyCode();
        }
        return agencies.find(asked.strip())
                .filter(found -> agencies.within(found.code(), who.agencyCode()))
                .orElseThrow(() -> Problem.invalid("agency", "unknown", "只能为本机关和下级机关导入。"))
                .code();
    }

    private @Nullable Map<String, String> mapping(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            Map<String, String> mapping = json.readValue(typed, new TypeReference<Map<String, String>>() {});
            mapping.values().removeIf(Objects::isNull);
            mapping.forEach((header, code) -> {
                if (!code.isBlank() && Field.of(code).isEmpty()) {
                    throw Problem.invalid("mapping", "unknown", "列“" + header + "”对应的“" + code + "”不认识。");
                }
            });
            return mapping;
        } catch (JacksonException unreadable) {
            throw Problem.invalid("mapping", "format", "列的对应关系（mapping）读不懂，应为表头到代码的 JSON。");
        }
    }

    private static Problem notTried() {
        return Problem.invalid("importId", "not-tried", "只有试运行过、文件还在的，才能接着导入。请重新选择文件。");
    }
}
