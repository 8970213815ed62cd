package org.fangxin.intake.internal.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.fangxin.cipher.FieldCipher;
import org.fangxin.cipher.Place;
import org.fangxin.cipher.SealBroken;

/**
 * Files at rest: pieces of 64 KiB, each sealed with SM4-GCM for its file, its number and whether it is the last. Pieces
 * cannot be changed, swapped, dropped or moved to another file, and the end cannot be cut off.
 */
final class SealedFile {
    private static final int PIECE = 64 << 10;
    private static final int SEALED_MOST = PIECE + 64;

    private final FieldCipher cipher;
    private final String id;

    SealedFile(FieldCipher cipher, String id) {
        this.cipher = cipher;
        this.id = id;
    }

    /** Seals all of {@code plain}; the caller closes both. */
    void seal(InputStream plain, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        byte[] piece = plain.readNBytes(PIECE);
        for (int number = 0; ; number++) {
            byte[] next = piece.length < PIECE ? new byte[0] : plain.readNBytes(PIECE);
            boolean last = next.length == 0;
            byte[] sealed = cipher.seal(piece, place(number, last));
            out.writeInt(sealed.length);
            out.write(sealed);
            if (last) {
                out.flush();
                return;
            }
            piece = next;
        }
    }

    /** The plain content; reading throws {@link SealBroken} at the first piece that is not as it was written. */
    InputStream open(InputStream sealed) {
        return new Opened(new DataInputStream(new BufferedInputStream(sealed)));
    }

    private Place place(int number, boolean last) {
        return new Place("intake.attachment", "content", id + '#' + number + (last ? "$" : ""));
    }

    private final class Opened extends InputStream {
        private final DataInputStream in;
        private byte[] piece = new byte[0];
        private int at;
        private int number;
        private boolean ended;

        Opened(DataInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            while (at == piece.length) {
                if (ended) {
                    return -1;
                }
                next();
            }
            int count = Math.min(most, piece.length - at);
            System.arraycopy(piece, at, to, from, count);
            at += count;
            return count;
        }

        private void next() throws IOException {
            int length = in.readInt();
            if (length < 0 || length > SEALED_MOST) {
                throw new SealBroken("a sealed file was changed");
            }
            byte[] sealed = in.readNBytes(length);
            in.mark(1);
            ended = in.read() < 0;
            if (!ended) {
                in.reset();
            }
            // a piece opens only as what it was sealed as: the last one, or one that others follow
            piece = cipher.open(sealed, place(number++, ended));
            at = 0;
        }

        @Override
        public void close() throws IOException {
            Arrays.fill(piece, (byte) 0);
            in.close();
        }
    }
}
