package org.fangxin.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.document.Documents;
import org.fangxin.document.Documents.Draft;
import org.fangxin.document.Documents.Issued;
import org.fangxin.document.Downloads;
import org.fangxin.document.internal.PaperAccess;
import org.fangxin.document.web.DocumentViews.DraftRequest;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case's official papers: which there are, how one would look, issuing it, reading it. */
@RestController
@RequestMapping("/api/v1/cases/{caseNo}/documents")
@Tag(name = "documents", description = "文书：预览、制发、下载")
class DocumentController {
    private final Documents documents;
    private final PaperAccess access;
    private final People people;
    private final AuditLog audit;

    DocumentController(Documents documents, PaperAccess access, People people, AuditLog audit) {
        this.documents = documents;
        this.access = access;
        this.people = people;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "本案已经制发的文书，和现在可以制发的文书")
    DocumentViews.DocumentList list(@PathVariable String caseNo) {
        SignedIn who = CurrentPerson.require();
        CaseState state = require(who, caseNo);
        List<Issued> issued = documents.of(caseNo);
        List<OfficialForm> forms = documents.forms(caseNo, actor(who));
        Map<String, String> names =
                people.displayNames(issued.stream().map(Issued::issuedBy).toList());
        return new DocumentViews.DocumentList(
                issued.stream().map(one -> DocumentViews.document(one, names)).toList(),
                forms.stream().map(DocumentViews::form).toList(),
                RegistrationSheet.owed(state, forms, issued).map(DocumentViews::form).stream()
                        .toList());
    }

    @PostMapping("/preview")
    @Operation(summary = "预览一份文书；不编号，不保存")
    DocumentViews.PreviewView preview(@PathVariable String caseNo, @RequestBody DraftRequest request) {
        SignedIn who = CurrentPerson.require();
        require(who, caseNo);
        Draft draft = draft(caseNo, request);
        Documents.Preview preview = documents.preview(draft, actor(who));
        audit.record("DOCUMENT_PREVIEW", caseNo, "form=" + draft.form().name());
        return DocumentViews.preview(draft.form(), preview);
    }

    @PostMapping
    @Operation(summary = "制发一份文书：编号、盖章、存入案卷，以后不能改", description = "If-Match 带上看到的版本；更正旧文书时，replaces 写它的文号。")
    ResponseEntity<DocumentViews.IssuedView> issue(
            @PathVariable String caseNo,
            @Parameter(description = "看到的版本，例如 \"3\"") @RequestHeader(value = "If-Match", required = false) @Nullable
                    String ifMatch,
            @RequestBody DraftRequest request) {
        SignedIn who = CurrentPerson.require();
        require(who, caseNo);
        Documents.Done done = documents.issue(draft(caseNo, request), actor(who), version(ifMatch));
        Map<String, String> names = Map.of(who.personId(), who.displayName());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new DocumentViews.IssuedView(DocumentViews.document(done.document(), names), done.warnings()));
    }

    @GetMapping("/{documentId}.pdf")
    @Operation(summary = "下载一份文书的 PDF")
    ResponseEntity<byte[]> pdf(@PathVariable String caseNo, @PathVariable String documentId) {
        return download(caseNo, documentId, Documents.Format.PDF);
    }

    @GetMapping("/{documentId}.docx")
    @Operation(summary = "下载一份文书的 Word 文件")
    ResponseEntity<byte[]> word(@PathVariable String caseNo, @PathVariable String documentId) {
        return download(caseNo, documentId, Documents.Format.WORD);
    }

    private ResponseEntity<byte[]> download(String caseNo, String documentId, Documents.Format format) {
        SignedIn who = CurrentPerson.require();
        require(who, caseNo);
        Issued document = documents.find(caseNo, documentId).orElseThrow(Problem::notFound);
        audit.record("DOCUMENT_READ", documentId, "case=" + caseNo, "format=" + format.name());
        return Downloads.of(
                documents.content(document, format),
                document.number() + document.title() + "." + format.ending(),
                format.type());
    }

    private CaseState require(SignedIn who, String caseNo) {
        return access.find(who, caseNo).orElseThrow(Problem::notFound);
    }

    private static Draft draft(String caseNo, DraftRequest request) {
        if (request.form() == null || request.form().isBlank()) {
            throw Problem.invalid("form", "required", "请选择要制发哪一种文书。");
        }
        OfficialForm form = OfficialForm.byCode(request.form())
                .orElseThrow(() -> Problem.invalid("form", "code", "没有“" + request.form() + "”这种文书。可用的是 F1 到 F10。"));
        Map<String, String> fields = new LinkedHashMap<>();
        if (request.fields() != null) {
            request.fields().forEach((name, value) -> fields.put(name, value == null ? "" : value.strip()));
        }
        String replaces = request.replaces() == null || request.replaces().isBlank()
                ? null
                : request.replaces().strip();
        return new Draft(caseNo, form, fields, replaces);
    }

    private static Actor actor(SignedIn who) {
        return Actor.of(who);
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw Problem.invalid("If-Match", "version", "If-Match 应当是看到的版本号，例如 \"3\"。");
        }
    }
}
