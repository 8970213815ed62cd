package org.fangxin.document;

import java.util.Comparator;
import java.util.Optional;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.casefile.PartyRole;
import org.springframework.stereotype.Component;

/** Issued documents for the room that tells people. */
@Component
public class IssuedDocuments {
    private final Documents documents;

    IssuedDocuments(Documents documents) {
        this.documents = documents;
    }

    /** A document to be handed over. */
    public record Served(String id, String number, String title, byte[] pdf) {}

    /** The newest issued form of this kind for this addressee, within the thread's scope. */
    public Optional<Served> forDuty(String caseNo, String form, PartyRole to) {
        Optional<OfficialForm> wanted = OfficialForm.byCode(form);
        return documents.of(caseNo).stream()
                .filter(one -> wanted.filter(one.form()::equals).isPresent()
                        && one.to().contains(to))
                .max(Comparator.comparing(Documents.Issued::issuedAt))
                .map(one ->
                        new Served(one.id(), one.number(), one.title(), documents.content(one, Documents.Format.PDF)));
    }
}
