package org.fangxin.enforcement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.fangxin.enforcement.internal.TransferDesk;
import org.fangxin.enforcement.internal.TransferDossier;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.intake.SharedFiles;
import org.fangxin.problem.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A transfer's papers: the printed list, the bundle, single pieces, receipts. Each handing out is in the audit log. */
@RestController
@RequestMapping("/api/v1/transfers/{transferNo}")
@Tag(name = "transfers")
class TransferFilesController {
    private final TransferDossier dossier;
    private final TransferDesk desk;
    private final SharedFiles files;
    private final AuditLog audit;

    TransferFilesController(TransferDossier dossier, TransferDesk desk, SharedFiles files, AuditLog audit) {
        this.dossier = dossier;
        this.desk = desk;
        this.files = files;
        this.audit = audit;
    }

    @GetMapping("/list.pdf")
    @Operation(summary = "移送案卷清单（PDF）；还没有选定材料的 409")
    ResponseEntity<byte[]> list(@PathVariable long transferNo) {
        CurrentPerson.require(TransferController.LINE);
        return handed(transferNo, "LIST", "移送案卷清单.pdf", "application/pdf", dossier.list(transferNo));
    }

    @GetMapping("/bundle.zip")
    @Operation(summary = "移送案卷的电子包：选定的材料、清单和签名的目录；用 ./fangxin verify-dossier 核对。材料变了的 409")
    ResponseEntity<byte[]> bundle(@PathVariable long transferNo) {
        CurrentPerson.require(TransferController.LINE);
        return handed(transferNo, "BUNDLE", "移送案卷.zip", "application/zip", dossier.bundle(transferNo));
    }

    @GetMapping("/pieces/{position}")
    @Operation(summary = "清单上的一份材料")
    ResponseEntity<byte[]> piece(@PathVariable long transferNo, @PathVariable int position) {
        CurrentPerson.require(TransferController.LINE);
        TransferDossier.Content content = dossier.piece(transferNo, position);
        return handed(transferNo, "PIECE", content.title(), content.contentType(), content.bytes());
    }

    @GetMapping("/steps/{stepId}/file")
    @Operation(summary = "回执或者答复文书")
    ResponseEntity<byte[]> stepFile(@PathVariable long transferNo, @PathVariable long stepId) {
        CurrentPerson.require(TransferController.LINE);
        SharedFiles.Shared file = files.find(desk.file(transferNo, stepId)).orElseThrow(Problem::notFound);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            files.copy(file, out);
            return handed(transferNo, "RECEIPT", file.fileName(), file.type(), out.toByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read a receipt", unreadable);
        }
    }

    private ResponseEntity<byte[]> handed(long transferNo, String what, String name, String type, byte[] content) {
        audit.record("TRANSFER_READ", "transfer-" + transferNo, "what=" + what);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(type))
                .contentLength(content.length)
                .body(content);
    }
}
