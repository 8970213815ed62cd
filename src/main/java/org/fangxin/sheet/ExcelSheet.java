package org.fangxin.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of an Excel file that holds rows, read row by row. Formulas give their stored value; a title over the
 * header, one cell over many, is passed over.
 */
final class ExcelSheet implements Sheet {
    private static final int TITLES_MOST = 4;
    private static final int HEADER_LEAST = 3;

    private final Deque<SheetRow> ahead = new ArrayDeque<>();
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final boolean since1904;
    private final MergedCells merged;
    private final List<String> notes;
    private final List<String> header;

    private ExcelSheet(ReadableWorkbook workbook, Stream<Row> stream, MergedCells merged, List<String> notes) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.since1904 = workbook.isDate1904();
        this.merged = merged;
        this.notes = notes;
        this.header = belowTitles().cells();
    }

    static Sheet open(Sheets.Source source) throws IOException {
        ReadableWorkbook workbook = null;
        try (InputStream in = source.open()) {
            byte[] packed = in.readAllBytes();
            PackageCheck.refuseBomb(packed);
            workbook = new ReadableWorkbook(new ByteArrayInputStream(packed), new ReadingOptions(true, true));
            Workbooks chosen = Workbooks.choose(workbook);
            return new ExcelSheet(
                    workbook,
                    chosen.read().openStream(),
                    MergedCells.of(packed, chosen.read().getIndex()),
                    chosen.notes());
        } catch (RuntimeException | IOException broken) {
            if (workbook != null) {
                workbook.close();
            }
            if (broken instanceof UnreadableFile told) {
                throw told;
            }
            // whatever the library stumbles over in a foreign or damaged package comes here
            throw new UnreadableFile("Excel 文件打不开：已经损坏，或者不是 Excel 文件。请重新保存，或者另存为 CSV 再导入。", broken);
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

    @Override
    public List<String> notes() {
        return notes;
    }

    /**
     * The header: the first row, or, under a title of one cell, the first row of at least three within a few. What was
     * looked at beyond it is handed out as rows.
     */
    private SheetRow belowTitles() {
        List<SheetRow> looked = new ArrayList<>();
        int header = 0;
        for (SheetRow row = nextRow(); row != null; row = nextRow()) {
            looked.add(row);
            if (looked.size() == 1 && different(row) > 1 || looked.size() > TITLES_MOST) {
                break;
            }
            if (different(row) >= HEADER_LEAST) {
                header = looked.size() - 1;
                break;
            }
        }
        if (looked.isEmpty()) {
            throw new UnreadableFile("Excel 里没有可以导入的行：每张工作表都是空的，或者只有表头。");
        }
        ahead.addAll(looked.subList(header + 1, looked.size()));
        return looked.get(header);
    }

    private static long different(SheetRow row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).distinct().count();
    }

    private @Nullable SheetRow nextRow() {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
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
        merged.spread(row.getRowNum(), cells);
        return SheetRow.of(row.getRowNum(), cells);
    }

    private String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> ExcelNumber.text(cell, since1904);
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
