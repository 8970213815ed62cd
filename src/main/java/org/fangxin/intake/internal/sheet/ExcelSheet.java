package org.fangxin.intake.internal.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an Excel file that holds anything, read row by row; formulas give their stored value. */
final class ExcelSheet implements Sheet {
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final boolean since1904;
    private final List<String> header;

    private ExcelSheet(ReadableWorkbook workbook, Stream<Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.since1904 = workbook.isDate1904();
        SheetRow first = nextRow();
        if (first == null) {
            throw new UnreadableFile("Excel 的第一张表是空的。");
        }
        this.header = first.cells();
    }

    static Sheet open(Sheets.Source source) throws IOException {
        ReadableWorkbook workbook = null;
        try (InputStream in = source.open()) {
            byte[] packed = in.readAllBytes();
            PackageCheck.refuseBomb(packed);
            workbook = new ReadableWorkbook(new ByteArrayInputStream(packed), new ReadingOptions(true, true));
            return new ExcelSheet(workbook, workbook.getFirstSheet().openStream());
        } catch (ExcelReaderException | NoSuchElementException | IOException broken) {
            if (workbook != null) {
                workbook.close();
            }
            throw new UnreadableFile("Excel 文件打不开，可能已经损坏。请重新保存，或者另存为 CSV 再导入。", broken);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Iterator<SheetRow> rows() {
        return new Iterator<>() {
            private @Nullable SheetRow next = nextRow();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public SheetRow next() {
                SheetRow row = next;
                if (row == null) {
                    throw new NoSuchElementException();
                }
                next = nextRow();
                return row;
            }
        };
    }

    private @Nullable SheetRow nextRow() {
        while (rows.hasNext()) {
            SheetRow row = row(rows.next());
            if (!row.blank()) {
                return row;
            }
        }
        return null;
    }

    private SheetRow row(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(this::text).orElse(""));
        }
        return SheetRow.of(row.getRowNum(), cells);
    }

    private String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> ExcelNumber.text(cell, since1904);
            case ERROR -> "";
            case EMPTY -> "";
            default -> cell.getText();
        };
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
