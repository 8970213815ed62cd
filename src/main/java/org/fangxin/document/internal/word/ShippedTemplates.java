package org.fangxin.document.internal.word;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.fangxin.casefile.OfficialForm;

/** The templates that come with the program. */
public final class ShippedTemplates {
    private ShippedTemplates() {}

    public static byte[] of(OfficialForm form) {
        String place = "/document/templates/" + form.name() + ".docx";
        try (InputStream in =
                Objects.requireNonNull(ShippedTemplates.class.getResourceAsStream(place), "no template " + form)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read a shipped template", broken);
        }
    }
}
