package org.fangxin.document.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.document.Blank;
import org.fangxin.document.Documents.Issued;
import org.fangxin.document.Documents.Preview;
import org.fangxin.document.internal.pdf.PagePictures;
import org.jspecify.annotations.Nullable;

/** The shapes of the documents' answers. */
final class DocumentViews {
    private DocumentViews() {}

    @Schema(name = "FormRef")
    record FormView(String form, String title, boolean sealed, List<String> to) {}

    @Schema(name = "IssuedDocument", description = "sm3: digest of the PDF, as in the journal")
    record DocumentView(
            String documentId,
            String form,
            String number,
            String title,
            List<String> to,
            OffsetDateTime issuedAt,
            String issuedBy,
            String sm3,
            boolean sealed,
            @Nullable String replaces,
            @Nullable String replacedBy) {}

    @Schema(
            name = "CaseDocuments",
            description = "forms: what may be issued now; owed: of these the registration sheet (F1, F2) that a staff"
                    + " registration still lacks")
    record DocumentList(List<DocumentView> items, List<FormView> forms, List<FormView> owed) {}

    @Schema(name = "DocumentDraft", description = "fields: what the officer typed, by the names of the blanks")
    record DraftRequest(
            @Nullable String form,
            @Nullable Map<String, @Nullable String> fields,
            @Nullable String replaces) {}

    @Schema(name = "FormBlank")
    record BlankView(String name, String label, String value, boolean required, boolean lines, String hint) {}

    @Schema(name = "DocumentPreview", description = "pages: pictures as data: addresses, first page first")
    record PreviewView(
            String form,
            String title,
            List<BlankView> blanks,
            List<String> missing,
            List<String> warnings,
            List<String> pages) {}

    @Schema(name = "DocumentIssuedAnswer")
    record IssuedView(DocumentView document, List<String> warnings) {}

    static FormView form(OfficialForm form) {
        return new FormView(
                form.name(),
                form.title(),
                form.sealed(),
                form.to().stream().map(Enum::name).toList());
    }

    static DocumentView document(Issued one, Map<String, String> names) {
        return new DocumentView(
                one.id(),
                one.form().name(),
                one.number(),
                one.title(),
                one.to().stream().map(Enum::name).toList(),
                one.issuedAt().atZone(Fields.ZONE).toOffsetDateTime(),
                names.getOrDefault(one.issuedBy(), one.issuedBy()),
                one.sm3(),
                one.sealed(),
                one.replaces(),
                one.replacedBy());
    }

    static PreviewView preview(OfficialForm form, Preview preview) {
        return new PreviewView(
                form.name(),
                preview.title(),
                preview.blanks().stream().map(DocumentViews::blank).toList(),
                preview.missing(),
                preview.warnings(),
                PagePictures.of(preview.pdf()).stream()
                        .map(png ->
                                "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                        .toList());
    }

    private static BlankView blank(Blank one) {
        return new BlankView(one.name(), one.label(), one.value(), one.required(), one.lines(), one.hint());
    }
}
