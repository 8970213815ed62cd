package org.fangxin.document.internal.word;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/**
 * Gives what was filled in the template's Chinese font again. The filler splits a run at each tag and names the Latin font
 * for every script of the new pieces; Word would then set half of a sentence in another Chinese font.
 */
final class RunFonts {
    private RunFonts() {}

    static void restore(List<XWPFParagraph> paragraphs, List<XWPFTable> tables) {
        paragraphs.forEach(RunFonts::restore);
        tables.forEach(table -> table.getRows()
                .forEach(row -> row.getTableCells().forEach(cell -> restore(cell.getParagraphs(), cell.getTables()))));
    }

    private static void restore(XWPFParagraph paragraph) {
        CTRPr model = null;
        for (XWPFRun run : paragraph.getRuns()) {
            CTRPr own = run.getCTR().getRPr();
            if (model != null && lost(own, fonts(model))) {
                own.getRFontsArray(0).set(model.getRFontsArray(0).copy());
                if (own.sizeOfLangArray() == 0 && model.sizeOfLangArray() > 0) {
                    own.addNewLang().set(model.getLangArray(0).copy());
                }
            } else if (fonts(own) != null) {
                model = own;
            }
        }
    }

    /** The run's Chinese font is the model's Latin one, and the model's own is another. */
    private static boolean lost(@Nullable CTRPr own, @Nullable CTFonts model) {
        CTFonts fonts = fonts(own);
        return fonts != null
                && model != null
                && model.getEastAsia() != null
                && !model.getEastAsia().equals(model.getAscii())
                && fonts.getEastAsia() != null
                && fonts.getEastAsia().equals(model.getAscii());
    }

    private static @Nullable CTFonts fonts(@Nullable CTRPr look) {
        return look == null || look.sizeOfRFontsArray() == 0 ? null : look.getRFontsArray(0);
    }
}
