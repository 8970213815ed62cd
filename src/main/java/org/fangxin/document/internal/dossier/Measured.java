package org.fangxin.document.internal.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.fangxin.casefile.DossierPart.Content;
import org.fangxin.cipher.Sm3;

/**
 * What a bundle must know of a file before it is written: read once through, never held. A film of an inspection may be
 * larger than the program's memory.
 */
record Measured(long size, long crc, String sm3) {
    static Measured of(Content content) {
        CRC32 crc = new CRC32();
        DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sm3.digest());
        try (InputStream in = content.open()) {
            long size = in.transferTo(new CheckedOutputStream(digest, crc));
            return new Measured(
                    size,
                    crc.getValue(),
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read a piece of a dossier", unreadable);
        }
    }
}
