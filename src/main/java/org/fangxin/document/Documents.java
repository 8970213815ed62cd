package org.fangxin.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.casefile.PartyRole;
import org.jspecify.annotations.Nullable;

/** The official forms of a case, within the thread's scope. */
public interface Documents {
    /**
     * A form as an officer fills it in.
     *
     * @param fields what he typed, by the names of {@link Blank}; what is absent keeps the case's own words
     * @param replaces number of the issued document that this one corrects, or null
     */
    record Draft(
            String caseNo,
            OfficialForm form,
            Map<String, String> fields,
            @Nullable String replaces) {
        public Draft {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * How it would look.
     *
     * @param missing labels of what must still be written before it can be issued
     * @param warnings sentences for the officer: no seal yet, characters that the font lacks
     */
    record Preview(String title, List<Blank> blanks, List<String> missing, List<String> warnings, byte[] pdf) {}

    /**
     * An issued document; it never changes.
     *
     * @param sm3 of the PDF, 64 hex digits; the journal holds it too
     * @param sealed whether the seal is on it
     * @param replacedBy number of the one that corrects it, or null
     */
    record Issued(
            String id,
            String caseNo,
            OfficialForm form,
            String number,
            String title,
            List<PartyRole> to,
            Instant issuedAt,
            String issuedBy,
            String sm3,
            String sm3Word,
            boolean sealed,
            @Nullable String replaces,
            @Nullable String replacedBy) {}

    record Done(Issued document, List<String> warnings) {}

    enum Format {
        PDF("pdf", "application/pdf"),
        WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        private final String ending;
        private final String type;

        Format(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        public String ending() {
            return ending;
        }

        public String type() {
            return type;
        }
    }

    /** The forms that this actor may issue now. */
    List<OfficialForm> forms(String caseNo, Actor actor);

    /** @throws org.fangxin.problem.Problem 404 not seen, 403 not theirs to do, 422 not now or faulty */
    Preview preview(Draft draft, Actor actor);

    /**
     * Numbers, renders, keeps and records it, all or nothing.
     *
     * @param version the case's version that the officer saw, or null for the program's own work
     * @throws org.fangxin.problem.Problem as {@link #preview}, and 409 when another act was first
     */
    Done issue(Draft draft, Actor actor, @Nullable Long version);

    /** Oldest first; empty for a case that may not be seen. */
    List<Issued> of(String caseNo);

    Optional<Issued> find(String caseNo, String documentId);

    /** Its bytes as they were issued. */
    byte[] content(Issued document, Format format);
}
