package org.fangxin.intake.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.fangxin.intake.internal.file.ContentCheck.Verdict;

/** Word and Excel files by what their package holds; bombs, macros and other archives are refused. */
final class OfficeCheck {
    private static final long UNPACKED_MOST = 400L << 20;
    private static final int ENTRIES_MOST = 5_000;
    private static final int RATIO_MOST = 200;
    private static final long SMALL = 1L << 20;

    private OfficeCheck() {}

    static Verdict check(Path file) throws IOException {
        boolean word = false;
        boolean excel = false;
        long unpacked = 0;
        int entries = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                unpacked += Math.max(0, entry.getSize());
                if (++entries > ENTRIES_MOST || unpacked > UNPACKED_MOST || bomb(entry)) {
                    return Verdict.no("展开后太大，没有上传。请另存一份再传。");
                }
                String name = entry.getName();
                if (name.endsWith("vbaProject.bin")) {
                    return Verdict.no("带有宏，没有上传。请另存为不带宏的 docx 或 xlsx 再传。");
                }
                word |= name.equals("word/document.xml");
                excel |= name.equals("xl/workbook.xml");
            }
        } catch (ZipException broken) {
            return Verdict.no("打不开，可能已经损坏。请重新保存再传。");
        }
        if (word == excel) {
            return Verdict.no("不是可以上传的格式。可以传" + FileType.LISTED + "；压缩包请解开后再传。");
        }
        return Verdict.is(word ? FileType.DOCX : FileType.XLSX);
    }

    private static boolean bomb(ZipEntry entry) {
        return entry.getSize() > SMALL && entry.getSize() > RATIO_MOST * Math.max(1, entry.getCompressedSize());
    }
}
