package org.fangxin.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Counts what an Excel package unpacks to before anything is read out of it. */
final class PackageCheck {
    private static final long MOST = 600L << 20;

    private PackageCheck() {}

    static void refuseBomb(byte[] packed) throws IOException {
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get()) {
            for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
                try (InputStream in = zip.getInputStream(all.nextElement())) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST) {
                            throw new UnreadableFile("Excel 展开后太大。请分成几个文件，或者另存为 CSV 再导入。");
                        }
                    }
                }
            }
        }
    }
}
