package org.fangxin.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.document.Downloads;
import org.fangxin.document.internal.PaperAccess;
import org.fangxin.document.internal.dossier.Dossiers;
import org.fangxin.document.internal.dossier.Packed;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The archive of a closed case. */
@RestController
@RequestMapping("/api/v1/cases/{caseNo}")
@Tag(name = "documents")
class DossierController {
    private final Dossiers dossiers;
    private final CasePapers papers;
    private final PaperAccess access;
    private final AuditLog audit;

    DossierController(Dossiers dossiers, CasePapers papers, PaperAccess access, AuditLog audit) {
        this.dossiers = dossiers;
        this.papers = papers;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/dossier.pdf")
    @Operation(summary = "归档案件的卷宗：封面、目录、材料、办理经过，一个 PDF")
    ResponseEntity<byte[]> bound(@PathVariable String caseNo) {
        SignedIn who = reader();
        CaseState state = found(who, caseNo);
        byte[] pdf = dossiers.bound(state, summary(who, caseNo), who.personId());
        audit.record("DOSSIER_READ", caseNo, "format=PDF");
        return Downloads.of(pdf, caseNo + "卷宗.pdf", "application/pdf");
    }

    @GetMapping("/dossier.zip")
    @Operation(summary = "归档案件的电子卷宗包；用 ./fangxin verify-dossier 核对")
    @ApiResponse(
            responseCode = "200",
            description = "卷宗包",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    void packed(@PathVariable String caseNo, HttpServletResponse response) throws IOException {
        SignedIn who = reader();
        CaseState state = found(who, caseNo);
        Packed bundle = dossiers.packed(state, summary(who, caseNo), who.personId());
        audit.record("DOSSIER_READ", caseNo, "format=ZIP");
        Downloads.headers(caseNo + "电子卷宗.zip", "application/zip")
                .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        // by this thread, whose scope opens the pieces
        bundle.writeTo(response.getOutputStream());
    }

    /** Those who keep and answer for the file; others read its papers one by one. */
    private static SignedIn reader() {
        return CurrentPerson.require(Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER, Role.ARCHIVIST);
    }

    private CaseState found(SignedIn who, String caseNo) {
        return access.find(who, caseNo).orElseThrow(Problem::notFound);
    }

    private String summary(SignedIn who, String caseNo) {
        return papers.of(caseNo, Actor.of(who))
                .map(found -> found.origin().narrative().summary())
                .orElseThrow(Problem::notFound);
    }
}
