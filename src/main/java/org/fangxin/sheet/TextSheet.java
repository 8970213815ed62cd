package org.fangxin.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Delimited text with comma, tab or semicolon. Rows are cut out line by line before they are parsed: a quotation mark
 * that is never closed costs its own row, not the rest of the file.
 */
final class TextSheet implements Sheet {
    private static final String QUOTES = "引号没有配对。请检查这一行的双引号，单元格里的双引号要写两个。";
    private static final String DAMAGED = "有认不出的字符，可能是编码损坏。请从原系统重新导出，或者另存为 UTF-8。";
    private static final int LINES_MOST = 400;
    private static final char UNKNOWN = '\uFFFD';

    private final LineReader lines;
    private final CSVFormat format;
    private final char delimiter;
    private final List<String> header;

    private TextSheet(LineReader lines, char delimiter) throws IOException {
        this.lines = lines;
        this.delimiter = delimiter;
        this.format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .get();
        SheetRow first = nextRow();
        if (first == null || !first.fault().isEmpty()) {
            throw new UnreadableFile(first == null ? "文件里没有表头。" : "第 1 行（表头）读不懂：" + first.fault());
        }
        this.header = first.cells();
    }

    static Sheet open(Sheets.Source source) throws IOException {
        Encoding encoding = Encoding.of(source);
        InputStream in = source.open();
        in.skipNBytes(encoding.mark());
        var decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        LineReader lines = new LineReader(new BufferedReader(new InputStreamReader(in, decoder), 1 << 16));
        try {
            return new TextSheet(lines, delimiter(lines.peekFilled()));
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    private static char delimiter(@Nullable String line) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', '\t', ';', '，', '|'}) {
            int found = line == null
                    ? 0
                    : (int) line.chars().filter(c -> c == candidate).count();
            if (found > most) {
                most = found;
                best = candidate;
            }
        }
        return best;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Iterator<SheetRow> rows() {
        return new Iterator<>() {
            private @Nullable SheetRow next = read();

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
                next = read();
                return row;
            }
        };
    }

    private @Nullable SheetRow read() {
        try {
            return nextRow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable SheetRow nextRow() throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            SheetRow row = row(line);
            if (!row.blank()) {
                return row;
            }
        }
        return null;
    }

    private SheetRow row(String first) throws IOException {
        int number = lines.number();
        QuoteScan scan = new QuoteScan(delimiter);
        List<String> taken = new ArrayList<>(List.of(first));
        boolean goesOn = scan.goesOn(first);
        while (goesOn && taken.size() < LINES_MOST) {
            String more = lines.next();
            if (more == null) {
                break;
            }
            taken.add(more);
            goesOn = scan.goesOn(more);
        }
        if (goesOn || scan.broken()) {
            lines.back(taken.subList(1, taken.size()));
            return SheetRow.broken(number, first, QUOTES);
        }
        return parse(number, String.join("\n", taken));
    }

    private SheetRow parse(int number, String text) throws IOException {
        if (text.indexOf(UNKNOWN) >= 0) {
            return SheetRow.broken(number, text, DAMAGED);
        }
        try (CSVParser parser = CSVParser.parse(text, format)) {
            Iterator<CSVRecord> records = parser.iterator();
            return SheetRow.of(number, records.hasNext() ? records.next().toList() : List.of());
        } catch (UncheckedIOException | IOException broken) {
            return SheetRow.broken(number, text, QUOTES);
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
