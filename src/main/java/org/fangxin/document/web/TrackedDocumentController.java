package org.fangxin.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.PartyRole;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.document.Documents;
import org.fangxin.document.Documents.Issued;
import org.fangxin.document.Downloads;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.Role;
import org.fangxin.intake.TrackedSubmissions;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The papers addressed to the person who holds number and code; the code travels in the body, never in an address. */
@RestController
@RequestMapping("/api/v1/submissions/{no}/documents")
@Tag(name = "submissions")
class TrackedDocumentController {
    private final TrackedSubmissions tracked;
    private final Documents documents;
    private final AuditLog audit;

    TrackedDocumentController(TrackedSubmissions tracked, Documents documents, AuditLog audit) {
        this.tracked = tracked;
        this.documents = documents;
        this.audit = audit;
    }

    @Schema(name = "TrackedDocumentsRequest")
    record CodeRequest(@Nullable String trackingCode) {}

    @Schema(name = "TrackedDocument")
    record TrackedView(String documentId, String caseNo, String title, String number, OffsetDateTime issuedAt) {}

    @Schema(name = "TrackedDocuments")
    record TrackedList(List<TrackedView> items) {}

    @PostMapping
    @Operation(summary = "凭编号和查询码看发给本人的文书")
    TrackedList list(@PathVariable String no, @RequestBody CodeRequest body, HttpServletRequest request) {
        return new TrackedList(own(no, body, request).stream()
                .map(one -> new TrackedView(
                        one.id(),
                        one.caseNo(),
                        one.title(),
                        one.number(),
                        one.issuedAt().atZone(Fields.ZONE).toOffsetDateTime()))
                .toList());
    }

    @PostMapping("/{documentId}")
    @Operation(summary = "凭编号和查询码下载发给本人的一份文书（PDF）")
    ResponseEntity<byte[]> read(
            @PathVariable String no,
            @PathVariable String documentId,
            @RequestBody CodeRequest body,
            HttpServletRequest request) {
        Issued document = own(no, body, request).stream()
                .filter(one -> one.id().equals(documentId))
                .findFirst()
                .orElseThrow(Problem::notFound);
        audit.record("DOCUMENT_TRACKED", document.id(), "case=" + document.caseNo());
        byte[] pdf = Scopes.within(Scope.SYSTEM, () -> documents.content(document, Documents.Format.PDF));
        return Downloads.of(pdf, document.number() + document.title() + ".pdf", Documents.Format.PDF.type());
    }

    /** Those of the own cases that are addressed to this person. */
    private List<Issued> own(String no, CodeRequest body, HttpServletRequest request) {
        Map<String, Actor> cases = tracked.require(no, body.trackingCode(), String.valueOf(request.getRemoteAddr()));
        return Scopes.within(
                Scope.SYSTEM,
                () -> cases.entrySet().stream()
                        .flatMap(one -> documents.of(one.getKey()).stream()
                                .filter(document -> document.to().contains(addressee(one.getValue()))))
                        .toList());
    }

    private static PartyRole addressee(Actor person) {
        return person.has(Role.REPORTER) ? PartyRole.REPORTER : PartyRole.COMPLAINANT;
    }
}
