package org.fangxin.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Pieces of a case's archive. Each room that keeps some implements it as a bean; the archive asks them all, in order, within
 * the reader's scope. Of a report no piece tells who reported, neither by its name nor by its content (Art. 37).
 */
public interface DossierPart {
    /** Where these pieces stand in the catalogue: 100 papers, 200 evidence, 300 mediation, 350 the talk with the merchant, 400 notices; lowest first. */
    int order();

    /** Oldest first; empty when there are none. */
    List<Piece> pieces(CaseState state);

    /** The content type of a record in words; it is printed in the bound file. */
    String WORDS = "text/plain;charset=UTF-8";

    /**
     * A record in words.
     *
     * @param at when it was made, or last added to
     */
    static Piece words(String id, String title, Instant at, Set<PartyRole> mayRead, String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        return new Piece(id, title, at, WORDS, mayRead, () -> new ByteArrayInputStream(bytes));
    }

    /**
     * @param id unique within the part, of letters, figures and hyphens; becomes a file name
     * @param title as the catalogue names it
     * @param contentType e.g. {@code application/pdf}; pictures and PDF are shown in the bound file, others are listed
     * @param mayRead the parties who may read it beside the agency
     */
    record Piece(String id, String title, Instant at, String contentType, Set<PartyRole> mayRead, Content content) {}

    /** The bytes, opened when they are needed; whoever opens closes. */
    interface Content {
        InputStream open() throws IOException;
    }
}
