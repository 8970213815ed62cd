package org.fangxin.document.internal.word;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;

/** Lines that an officer typed become paragraphs of their own, each with the indent that the template gives. */
public final class Lines {
    /** Stands where the case has nothing to say: a line that holds only its label and this is left out. */
    public static final String NOTHING = "\u2060";

    private final XWPFDocument word;

    Lines(XWPFDocument word) {
        this.word = word;
    }

    void tidy() {
        new ArrayList<>(word.getParagraphs()).forEach(this::leaveOut);
        split(new ArrayList<>(word.getParagraphs()));
        for (XWPFTable table : word.getTables()) {
            table.getRows()
                    .forEach(row -> row.getTableCells().forEach(cell -> split(new ArrayList<>(cell.getParagraphs()))));
        }
        word.getBodyElementsIterator().forEachRemaining(element -> {
            if (element instanceof XWPFParagraph paragraph) {
                unmark(paragraph);
            } else if (element instanceof XWPFTable table) {
                table.getRows()
                        .forEach(row -> row.getTableCells()
                                .forEach(cell -> cell.getParagraphs().forEach(Lines::unmark)));
            }
        });
    }

    private void leaveOut(XWPFParagraph paragraph) {
        String text = paragraph.getText();
        String rest = text.replace(NOTHING, "").strip();
        boolean label = rest.endsWith("：") && rest.indexOf('：') == rest.length() - 1;
        if (text.contains(NOTHING) && (rest.isEmpty() || label)) {
            word.removeBodyElement(word.getPosOfParagraph(paragraph));
        }
    }

    private static void unmark(XWPFParagraph paragraph) {
        for (XWPFRun run : paragraph.getRuns()) {
            for (int i = 0; i < run.getCTR().sizeOfTArray(); i++) {
                String text = run.getCTR().getTArray(i).getStringValue();
                if (text.contains(NOTHING)) {
                    run.getCTR().getTArray(i).setStringValue(text.replace(NOTHING, ""));
                }
            }
        }
    }

    private static void split(List<XWPFParagraph> paragraphs) {
        paragraphs.forEach(Lines::split);
    }

    private static void split(XWPFParagraph paragraph) {
        for (int at = 0; at < paragraph.getRuns().size(); at++) {
            XWPFRun run = paragraph.getRuns().get(at);
            if (run.getCTR().sizeOfBrArray() > 0 && run.getCTR().sizeOfTArray() > 0) {
                split(paragraph, at);
                return;
            }
        }
    }

    /** The part after the last break stays, with what follows; the parts before go ahead of it. */
    private static void split(XWPFParagraph paragraph, int at) {
        XWPFRun run = paragraph.getRuns().get(at);
        List<String> lines = lines(run);
        for (int i = 0; i < lines.size() - 1; i++) {
            XWPFParagraph ahead = before(paragraph);
            if (paragraph.getCTP().isSetPPr()) {
                ahead.getCTP().setPPr((org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr)
                        paragraph.getCTP().getPPr().copy());
            }
            int leading = i == 0 ? at : 0;
            for (int r = 0; r < leading; r++) {
                ahead.createRun()
                        .getCTR()
                        .set(paragraph.getRuns().get(r).getCTR().copy());
            }
            XWPFRun own = ahead.createRun();
            if (run.getCTR().isSetRPr()) {
                own.getCTR().setRPr((org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr)
                        run.getCTR().getRPr().copy());
            }
            own.setText(lines.get(i), 0);
        }
        for (int r = 0; r < at; r++) {
            paragraph.removeRun(0);
        }
        rewrite(paragraph.getRuns().getFirst(), lines.getLast());
    }

    private static XWPFParagraph before(XWPFParagraph paragraph) {
        IBody body = paragraph.getBody();
        try (XmlCursor cursor = paragraph.getCTP().newCursor()) {
            return body.insertNewParagraph(cursor);
        }
    }

    private static void rewrite(XWPFRun run, String text) {
        while (run.getCTR().sizeOfBrArray() > 0) {
            run.getCTR().removeBr(0);
        }
        while (run.getCTR().sizeOfTArray() > 0) {
            run.getCTR().removeT(0);
        }
        run.setText(text, 0);
    }

    private static List<String> lines(XWPFRun run) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        try (XmlCursor cursor = run.getCTR().newCursor()) {
            cursor.toFirstChild();
            do {
                switch (cursor.getName().getLocalPart()) {
                    case "t" -> line.append(cursor.getTextValue());
                    case "br" -> {
                        lines.add(line.toString());
                        line.setLength(0);
                    }
                    default -> {}
                }
            } while (cursor.toNextSibling());
        }
        lines.add(line.toString());
        return lines;
    }
}
