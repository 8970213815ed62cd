package org.fangxin.document.internal.dossier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.fangxin.casefile.DossierPart.Content;

/** A bundle ready to be written, piece after piece, whatever its size. */
public final class Packed {
    /** One file of it. */
    record File(String name, Measured measured, Content content) {
        static File of(String name, byte[] bytes) {
            Content content = () -> new ByteArrayInputStream(bytes);
            return new File(name, Measured.of(content), content);
        }
    }

    private final List<File> files;

    Packed(List<File> files) {
        this.files = List.copyOf(files);
    }

    /** Within the scope in which it was packed: pieces are opened now. */
    public void writeTo(OutputStream out) throws IOException {
        try (Bundle bundle = new Bundle(out)) {
            for (File file : files) {
                bundle.add(file.name(), file.measured(), file.content());
            }
        }
    }

    /** A small one, at once. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writeTo(out);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot pack a bundle", unreadable);
        }
        return out.toByteArray();
    }
}
