package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.internal.RateLimits;
import org.fangxin.intake.internal.RateLimits.Call;
import org.fangxin.intake.internal.file.EvidenceAccess;
import org.fangxin.intake.internal.file.EvidenceFiles;
import org.fangxin.intake.internal.file.FileVault;
import org.fangxin.intake.store.AttachmentStore.Stored;
import org.fangxin.problem.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Evidence files: handed in by anybody, given out to who may see the case. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "attachments", description = "证据文件")
class AttachmentController {
    private final EvidenceFiles files;
    private final EvidenceAccess access;
    private final FileVault vault;
    private final RateLimits limits;
    private final AuditLog audit;
    private final InstantSource clock;

    AttachmentController(
            EvidenceFiles files,
            EvidenceAccess access,
            FileVault vault,
            RateLimits limits,
            AuditLog audit,
            InstantSource clock) {
        this.files = files;
        this.access = access;
        this.vault = vault;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** A stored file; {@code metadata} tells whether place, author and the like were taken out. */
    @Schema(name = "Attachment")
    record AttachmentView(String attachmentId, String fileName, long size, String type, String sm3, String metadata) {}

    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "上传一个证据文件；一天内没有随来件提交的自动删除")
    ResponseEntity<AttachmentView> upload(
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean forReport,
            HttpServletRequest request)
            throws IOException {
        String by = Caller.origin().officer() == null
                ? null
                : CurrentPerson.require().personId();
        if (by == null) {
            limits.address(Call.UPLOAD, Caller.address(request));
        }
        Path plain = vault.workFile();
        try {
            file.transferTo(plain);
            Stored stored = files.upload(plain, file.getOriginalFilename(), forReport, by, clock.instant());
            return ResponseEntity.status(HttpStatus.CREATED).body(view(stored));
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    @GetMapping("/cases/{caseNo}/attachments/{attachmentId}")
    @Operation(summary = "下载案件里的一个证据文件")
    ResponseEntity<StreamingResponseBody> download(@PathVariable String caseNo, @PathVariable String attachmentId) {
        SignedIn who = CurrentPerson.require();
        Stored stored = access.find(who, caseNo, attachmentId).orElseThrow(Problem::notFound);
        audit.record("ATTACHMENT_READ", attachmentId, "case=" + caseNo);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(stored.fileName(), java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(stored.type()))
                .contentLength(stored.size())
                .body(out -> copy(stored.id(), out));
    }

    private void copy(String id, OutputStream out) throws IOException {
        try (InputStream in = files.open(id)) {
            in.transferTo(out);
        }
    }

    private static AttachmentView view(Stored stored) {
        return new AttachmentView(
                stored.id(), stored.fileName(), stored.size(), stored.type(), stored.sm3(), stored.metadata());
    }
}
