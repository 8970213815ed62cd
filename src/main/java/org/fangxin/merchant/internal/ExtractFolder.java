package org.fangxin.merchant.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.fangxin.database.PrivateFolder;
import org.fangxin.sheet.UnreadableFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Extracts on their way, in the program's home until they are taken in. Public data, unpacked, by the import's id. */
@Component
public class ExtractFolder {
    private static final long LARGEST = 2L << 30;
    private static final int PIECE = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Path home;

    ExtractFolder(@Value("${fangxin.home:./var}") Path home) {
        this.home = home;
    }

    public Path of(String id) throws IOException {
        return PrivateFolder.at(home.resolve("files").resolve("extracts")).resolve(id);
    }

    /**
     * Keeps a file; one that the browser packed (gzip) is unpacked.
     *
     * @throws UnreadableFile when it is too large
     */
    void keep(String id, InputStream sent) throws IOException {
        BufferedInputStream in = new BufferedInputStream(sent);
        in.mark(2);
        boolean packed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        try (InputStream plain = packed ? new GZIPInputStream(in, PIECE) : in;
                OutputStream out = Files.newOutputStream(of(id))) {
            copy(plain, out);
        } catch (IOException | UnreadableFile failed) {
            drop(id);
            throw failed;
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        long all = 0;
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            all += n;
            if (all > LARGEST) {
                throw new UnreadableFile("文件超过 2 GB，请分成几个再导入。");
            }
            out.write(piece, 0, n);
        }
    }

    void drop(String id) throws IOException {
        Files.deleteIfExists(of(id));
    }
}
