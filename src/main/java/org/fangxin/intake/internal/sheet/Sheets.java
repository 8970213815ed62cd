package org.fangxin.intake.internal.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Opens a table by its content: Excel (xlsx) or delimited text in whatever encoding. */
public final class Sheets {
    private static final int HEAD = 8;

    private Sheets() {}

    /** Something that can be read from its beginning more than once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** @throws UnreadableFile when it is neither */
    public static Sheet open(Source source) {
        try {
            byte[] head;
            try (InputStream in = new BufferedInputStream(source.open())) {
                head = in.readNBytes(HEAD);
            }
            if (head.length == 0) {
                throw new UnreadableFile("文件是空的，没有内容。");
            }
            if (org.dhatim.fastexcel.reader.ReadableWorkbook.isOLE2Header(head)) {
                throw new UnreadableFile("这是旧版 Excel（xls）或者加了密码的文件。请另存为 xlsx 或 CSV 再导入。");
            }
            return org.dhatim.fastexcel.reader.ReadableWorkbook.isOOXMLZipHeader(head)
                    ? ExcelSheet.open(source)
                    : TextSheet.open(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
