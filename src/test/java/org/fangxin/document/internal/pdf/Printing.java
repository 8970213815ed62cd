package org.fangxin.document.internal.pdf;

import java.nio.file.Path;

/** The printer without the program around it. */
public final class Printing {
    private Printing() {}

    public static PdfPrinter fresh() {
        return new PdfPrinter(new PaperFonts(Path.of("target/no-fonts")));
    }
}
