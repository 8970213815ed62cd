package org.fangxin.intake.internal.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fangxin.intake.internal.file.FileVault;
import org.fangxin.intake.store.ImportRowStore.Result;
import org.fangxin.sheet.Formulas;
import org.fangxin.sheet.Sheet;
import org.fangxin.sheet.SheetRow;
import org.fangxin.sheet.Sheets;
import org.springframework.stereotype.Component;

/** The faulty rows of an import as Excel: as they came, with two columns more, to be mended and imported as it is. */
@Component
public class FaultyRows {
    private static final int FLUSH = 500;

    private final FileVault files;

    FaultyRows(FileVault files) {
        this.files = files;
    }

    /** Writes the rows that these results speak of. */
    public void write(String fileId, List<Result> failed, OutputStream to) throws IOException {
        Map<Integer, Result> byLine = new HashMap<>();
        failed.forEach(result -> byLine.put(result.row(), result));
        try (Sheet sheet = Sheets.open(() -> files.open(fileId));
                Workbook book = new Workbook(to, "Fangxin", "1.0")) {
            Worksheet page = book.newWorksheet("出错的行");
            List<String> header = sheet.header().stream()
                    .filter(name -> !Columns.FAULT_COLUMNS.contains(name))
                    .toList();
            line(page, 0, header, Columns.FAULT_COLUMNS, header.size());
            int next = 1;
            for (Iterator<SheetRow> rows = sheet.rows(); rows.hasNext(); ) {
                SheetRow row = rows.next();
                Result result = byLine.get(row.line());
                if (result != null) {
                    List<String> why = List.of(
                            (result.column() == null ? "" : result.column() + "：") + result.problem(),
                            result.howToFix() == null ? "" : result.howToFix());
                    line(page, next++, row.cells(), why, header.size());
                    if (next % FLUSH == 0) {
                        page.flush();
                    }
                }
            }
        }
    }

    private static void line(Worksheet page, int at, List<String> cells, List<String> more, int width) {
        for (int i = 0; i < width && i < cells.size(); i++) {
            page.inlineString(at, i, Formulas.harmless(cells.get(i)));
        }
        for (int i = 0; i < more.size(); i++) {
            page.inlineString(at, width + i, Formulas.harmless(more.get(i)));
        }
    }
}
