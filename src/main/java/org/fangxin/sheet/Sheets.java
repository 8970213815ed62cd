package org.fangxin.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Opens a table by its content: Excel (xlsx) or delimited text in whatever encoding. */
public final class Sheets {
    private static final int HEAD = 4096;

    /** The library looks at so many bytes without asking whether there are any. */
    private static final int MARK = 8;

    private Sheets() {}

    /** Something that can be read from its beginning more than once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** The same, of a file whose name says what its owner takes it for. */
    public static Sheet open(Source source, String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if ((name.endsWith(".xlsx") || name.endsWith(".xlsm")) && !packed(source)) {
            throw new UnreadableFile(
                    "文件名是 Excel（xlsx），内容却不是 Excel。请用 Excel 或 WPS 打开它，另存为 xlsx 再导入；内容是 CSV 的，把文件名改成 .csv。");
        }
        return open(source);
    }

    /** @throws UnreadableFile when it is neither */
    public static Sheet open(Source source) {
        try {
            byte[] head = head(source);
            if (head.length == 0) {
                throw new UnreadableFile("文件是空的，没有内容。");
            }
            if (oldExcel(head)) {
                throw new UnreadableFile("这是旧版 Excel（xls）或者加了密码的文件。请另存为 xlsx 或 CSV 再导入。");
            }
            if (excel(head)) {
                return ExcelSheet.open(source);
            }
            if (NoTable.is(head)) {
                throw new UnreadableFile("这个文件不是表格（是图片、PDF、网页或者程序）。请选择 Excel（xlsx）或 CSV 文件。");
            }
            return TextSheet.open(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean packed(Source source) {
        try {
            byte[] head = head(source);
            return head.length == 0 || excel(head) || oldExcel(head);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean oldExcel(byte[] head) {
        return head.length >= MARK && ReadableWorkbook.isOLE2Header(head);
    }

    private static boolean excel(byte[] head) {
        return head.length >= MARK && ReadableWorkbook.isOOXMLZipHeader(head);
    }

    private static byte[] head(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readNBytes(HEAD);
        }
    }
}
