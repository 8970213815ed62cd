package org.fangxin.intake.internal.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.fangxin.intake.internal.file.ContentCheck.Verdict;

/** Word and Excel files by what their package holds; bombs, macros, what reaches out and other archives are refused. */
final class OfficeCheck {
    private static final int RATIO_MOST = 200;
    private static final long SMALL = 1L << 20;

    private OfficeCheck() {}

    static Verdict check(Path file) throws IOException {
        boolean word = false;
        boolean excel = false;
        OfficeParts parts = new OfficeParts();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                Optional<String> fault = swells(entry, entry.getSize())
                        ? Optional.of(OfficeParts.TOO_LARGE)
                        : parts.fault(entry.getName(), zip.getInputStream(entry));
                if (fault.isPresent()) {
                    return Verdict.no(fault.get());
                }
                // what the package says of its size need not be so
                if (swells(entry, parts.lastSize())) {
                    return Verdict.no(OfficeParts.TOO_LARGE);
                }
                word |= entry.getName().equals("word/document.xml");
                excel |= entry.getName().equals("xl/workbook.xml");
            }
        } catch (ZipException | EOFException broken) {
            return Verdict.no("打不开，可能已经损坏。请重新保存再传。");
        }
        if (word == excel) {
            return Verdict.no("不是可以上传的格式。可以传" + FileType.LISTED + "；压缩包请解开后再传。");
        }
        return Verdict.is(word ? FileType.DOCX : FileType.XLSX);
    }

    private static boolean swells(ZipEntry entry, long size) {
        return size > SMALL && size > RATIO_MOST * Math.max(1, entry.getCompressedSize());
    }
}
