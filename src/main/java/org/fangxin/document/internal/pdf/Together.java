package org.fangxin.document.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * Writes a page's elements so that what belongs together is not torn: a heading and what follows it, and the end of a
 * paper. Name, date and the seal over them stand on one page with the last short words before and the lines after: no seal
 * is cut, and none lies on an empty page (GB/T 9704).
 */
final class Together {
    /** A longer paragraph before the seal may begin on the page before. */
    private static final int SHORT = 160;

    private final StringBuilder out;

    Together(StringBuilder out) {
        this.out = out;
    }

    void write(List<IBodyElement> elements) {
        int at = 0;
        while (at < elements.size()) {
            int end = end(elements, at);
            write(elements.subList(at, end), end - at > 1);
            at = end;
        }
    }

    private void write(List<IBodyElement> group, boolean whole) {
        out.append(whole ? "<div class=\"whole\">" : "");
        for (IBodyElement element : group) {
            switch (element) {
                case XWPFParagraph paragraph -> new PaperParagraph(paragraph).write(out);
                case XWPFTable table -> new PaperTable(table).write(out);
                default -> {}
            }
        }
        out.append(whole ? "</div>" : "");
    }

    /** Behind the last element that belongs with the one at {@code from}. */
    private static int end(List<IBodyElement> elements, int from) {
        List<PaperParagraph> ahead = new ArrayList<>();
        int end = from;
        while (end < elements.size() && elements.get(end) instanceof XWPFParagraph words) {
            PaperParagraph paragraph = new PaperParagraph(words);
            ahead.add(paragraph);
            end++;
            if (paragraph.sealed()) {
                return elements.size();
            }
            boolean leads = ahead.size() == 1 && paragraph.shorterThan(SHORT) && leadsToTheSeal(elements, end);
            if (!paragraph.keptWithNext() && !leads) {
                return end;
            }
        }
        return Math.max(end, from + 1);
    }

    private static boolean leadsToTheSeal(List<IBodyElement> elements, int from) {
        for (int i = from; i < elements.size(); i++) {
            if (!(elements.get(i) instanceof XWPFParagraph words)) {
                return false;
            }
            PaperParagraph paragraph = new PaperParagraph(words);
            if (paragraph.sealed()) {
                return true;
            }
            if (!paragraph.keptWithNext()) {
                return false;
            }
        }
        return false;
    }
}
