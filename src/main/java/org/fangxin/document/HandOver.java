package org.fangxin.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.document.internal.dossier.HandedOver;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pieces of a case for another authority: what there is, a printable list of what was chosen, and a bundle of that alone. Of a
 * report no piece tells who reported ({@link DossierPart}); nothing of the reporters' vault is among them.
 */
@Component
public class HandOver {
    /** What stands at the head of the list. {@code to} is the receiving authority in words. */
    public record Head(String dossierNo, String caseNo, String from, String to, Instant at) {}

    /** A line of the list; {@code pages} is null for what has none. */
    public record Item(
            int position,
            String title,
            Instant at,
            String contentType,
            @Nullable Integer pages,
            long bytes,
            String sm3) {}

    /** A chosen piece with its bytes. */
    public record Chosen(DossierPart.Piece piece, byte[] content) {
        private DossierPart.Piece kept() {
            return new DossierPart.Piece(
                    piece.id(),
                    piece.title(),
                    piece.at(),
                    piece.contentType(),
                    piece.mayRead(),
                    () -> new ByteArrayInputStream(content));
        }
    }

    private final List<DossierPart> parts;
    private final HandedOver handedOver;

    HandOver(List<DossierPart> parts, HandedOver handedOver) {
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(DossierPart::order))
                .toList();
        this.handedOver = handedOver;
    }

    /** Everything that may be chosen, within the thread's scope, in the order of an archive. */
    public List<DossierPart.Piece> pieces(CaseState state) {
        List<DossierPart.Piece> pieces = new ArrayList<>();
        parts.forEach(part -> pieces.addAll(part.pieces(state)));
        return List.copyOf(pieces);
    }

    public static byte[] content(DossierPart.Piece piece) {
        try (InputStream in = piece.content().open();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            in.transferTo(out);
            return out.toByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read a piece of a dossier", unreadable);
        }
    }

    /** Pages of a PDF, one for a picture, null for all else. */
    public static @Nullable Integer pages(String contentType, byte[] content) {
        if (contentType.startsWith("image/")) {
            return 1;
        }
        if (!contentType.equals("application/pdf")) {
            return null;
        }
        try (PDDocument opened = Loader.loadPDF(content)) {
            return opened.getNumberOfPages();
        } catch (IOException | RuntimeException locked) {
            return null;
        }
    }

    /** 移送案卷清单 as PDF. */
    public byte[] list(Head head, List<Item> items) {
        return handedOver.list(head, items);
    }

    /** A bundle as an archive's, with these pieces and the printed list; the journal is not in it. */
    public byte[] bundle(Head head, CaseState state, List<Chosen> chosen, byte[] list) {
        return handedOver.bundle(head, state, chosen.stream().map(Chosen::kept).toList(), list);
    }
}
