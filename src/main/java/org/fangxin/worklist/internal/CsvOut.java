package org.fangxin.worklist.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.fangxin.sheet.Formulas;

/** UTF-8 with its mark at the beginning, so that Excel reads Chinese; every cell in quotation marks. */
final class CsvOut implements TableOut {
    private static final char MARK = '\uFEFF';
    /** What a spreadsheet would take for a number and round or shorten: a credit code of digits, a number that begins with 0. */
    private static final Pattern LOOKS_LIKE_A_NUMBER = Pattern.compile("0\\d+|\\d{12,}|\\d+[eE]\\d+");

    private final CSVPrinter csv;

    CsvOut(OutputStream to) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        writer.write(MARK);
        csv = new CSVPrinter(
                writer, CSVFormat.EXCEL.builder().setQuoteMode(QuoteMode.ALL).get());
    }

    @Override
    public void said(String words) throws IOException {
        csv.printRecord(safe(words));
    }

    @Override
    public void row(List<String> cells) throws IOException {
        csv.printRecord(cells.stream().map(CsvOut::safe).toList());
    }

    /** Only in CSV an apostrophe keeps a code's digits: Excel files say that a cell is text. */
    static String safe(String cell) {
        return LOOKS_LIKE_A_NUMBER.matcher(cell).matches() ? "'" + cell : Formulas.harmless(cell);
    }

    @Override
    public void close() throws IOException {
        csv.close(true);
    }
}
