package org.fangxin.merchant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.merchant.internal.ExtractWorker;
import org.fangxin.merchant.store.ExtractJobStore;
import org.fangxin.merchant.store.ExtractJobStore.Job;
import org.fangxin.merchant.web.ExtractViews.Extract;
import org.fangxin.merchant.web.ExtractViews.Extracts;
import org.fangxin.merchant.web.ExtractViews.Faults;
import org.fangxin.problem.Problem;
import org.fangxin.sheet.UnreadableFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Extracts of the registry, taken in through the browser. */
@RestController
@RequestMapping("/api/v1/merchants/extracts")
@Tag(name = "merchants", description = "经营主体")
class ExtractController {
    private static final Role[] MAY = {Role.REGISTRAR, Role.UNIT_HEAD};
    private static final int RECENT = 20;
    private static final int MOST = 200;

    private final ExtractWorker worker;
    private final ExtractJobStore store;
    private final People people;
    private final AuditLog audit;

    ExtractController(ExtractWorker worker, ExtractJobStore store, People people, AuditLog audit) {
        this.worker = worker;
        this.store = store;
        this.people = people;
        this.audit = audit;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "导入登记信息（CSV 或者 Excel）；马上返回，进度另看",
            description = "A CSV may be sent packed (gzip). Compared by code, else by old number; never twice.")
    Extract takeExtract(@RequestPart("file") MultipartFile file) throws IOException {
        SignedIn who = CurrentPerson.require(MAY);
        if (file.isEmpty()) {
            throw Problem.invalid("file", "required", "请选择一个 CSV 或者 Excel（xlsx）文件。");
        }
        try (InputStream in = file.getInputStream()) {
            Job job = worker.start(who.agencyCode(), String.valueOf(file.getOriginalFilename()), who.personId(), in);
            audit.record("MERCHANT_EXTRACT", job.id());
            return view(job);
        } catch (UnreadableFile tooLarge) {
            throw Problem.invalid("file", "unreadable", String.valueOf(tooLarge.getMessage()));
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    @Operation(summary = "最近导入的登记信息")
    public Extracts extracts() {
        CurrentPerson.require(MAY);
        return new Extracts(store.recent(RECENT).stream().map(this::view).toList());
    }

    @GetMapping("/{extractId}")
    @Transactional(readOnly = true)
    @Operation(summary = "一次导入的进度")
    public Extract extract(@PathVariable String extractId) {
        CurrentPerson.require(MAY);
        return view(store.find(extractId).orElseThrow(Problem::notFound));
    }

    @GetMapping("/{extractId}/faults")
    @Transactional(readOnly = true)
    @Operation(summary = "没有导入的行和格：行号、列、原因；留前一万处")
    public Faults extractFaults(
            @PathVariable String extractId,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit) {
        CurrentPerson.require(MAY);
        store.find(extractId).orElseThrow(Problem::notFound);
        if (limit < 1 || limit > MOST || after < 0) {
            throw Problem.invalid("limit", "range", "每页条数（limit）应为 1 至 200。");
        }
        return new Faults(store.faults(extractId, after, limit).stream()
                .map(ExtractViews::fault)
                .toList());
    }

    private Extract view(Job job) {
        Map<String, String> names = people.displayNames(List.of(job.by()));
        return ExtractViews.of(job, names.getOrDefault(job.by(), job.by()));
    }
}
