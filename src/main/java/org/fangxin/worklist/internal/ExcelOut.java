package org.fangxin.worklist.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fangxin.sheet.Formulas;

/** An Excel file with the cases on its first sheet and the words about them on its second; rows leave memory as they come. */
final class ExcelOut implements TableOut {
    private static final int FLUSH = 200;

    private final Workbook book;
    private final Worksheet table;
    private String words = "";
    private int next;

    ExcelOut(OutputStream to) {
        book = new Workbook(to, "Fangxin", "1.0");
        table = book.newWorksheet("案件");
    }

    @Override
    public void said(String words) {
        this.words = words;
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            table.inlineString(next, i, Formulas.harmless(cells.get(i)));
        }
        next++;
        if (next % FLUSH == 0) {
            table.flush();
        }
    }

    @Override
    public void close() throws IOException {
        table.finish();
        Worksheet note = book.newWorksheet("导出说明");
        note.inlineString(0, 0, Formulas.harmless(words));
        note.finish();
        book.close();
    }
}
