package org.fangxin.cipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * The lock of reporters' identities (Art. 37). Writing needs the public half alone, which lies in the key file; reading needs
 * the private half, which lies in a file of its own under the keeper's pass-phrase and is in memory only while one value is
 * opened. A value: format byte, two bytes of key number, length and bytes of the SM4 key wrapped with SM2, then SM4-GCM.
 */
@Component
public class ReporterKey {
    private static final byte FORMAT = 2;
    private static final int HEADER = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyRing ring;
    private final LockedKey file;

    ReporterKey(KeyRing ring, LockedKey file) {
        this.ring = ring;
        this.file = file;
        // made with the first start, so that the keeper has his pass-phrase before there is a report
        ring.material(KeyUse.REPORTER, () -> make(file));
    }

    /** Whether this machine holds the private half at all; one that only takes in does not. */
    public boolean opensHere() {
        return file.present();
    }

    /** Seals a text for its place. Nothing in the program's own keys opens it again. */
    public byte[] seal(String plain, Place place) {
        int number = ring.active(KeyUse.REPORTER);
        byte[] header = header(number);
        byte[] key = new byte[Sm4Gcm.KEY_BYTES];
        RANDOM.nextBytes(key);
        byte[] wrapped = Sm2.wrap(ring.entry(number).material(), key);
        byte[] sealed = Sm4Gcm.seal(key, plain.getBytes(StandardCharsets.UTF_8), associated(header, place));
        Arrays.fill(key, (byte) 0);
        return ByteBuffer.allocate(HEADER + Short.BYTES + wrapped.length + sealed.length)
                .put(header)
                .putShort((short) wrapped.length)
                .put(wrapped)
                .put(sealed)
                .array();
    }

    /**
     * Opens one value; the private half is forgotten again before this returns.
     *
     * @throws WrongPassphrase when the pass-phrase does not open the private half
     * @throws SealBroken when the value was changed, moved or sealed for another key
     */
    public String open(byte[] value, Place place, char[] passphrase) {
        ByteBuffer all = ByteBuffer.wrap(value);
        if (value.length < HEADER + Short.BYTES || all.get() != FORMAT) {
            throw new SealBroken("not sealed for the keeper");
        }
        int number = all.getShort() & 0xFFFF;
        byte[] wrapped = new byte[Math.min(all.getShort() & 0xFFFF, all.remaining())];
        all.get(wrapped);
        byte[] sealed = new byte[all.remaining()];
        all.get(sealed);
        byte[] secret = file.unlock(passphrase, ring.entry(number).material());
        byte[] key = Sm2.unwrap(secret, wrapped);
        try {
            return new String(Sm4Gcm.open(key, sealed, associated(header(number), place)), StandardCharsets.UTF_8);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Puts another pass-phrase on the private half. */
    public void change(char[] old, char[] fresh) {
        try {
            file.change(old, fresh);
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the reporters' key", full);
        }
    }

    private static byte[] make(LockedKey file) {
        try {
            Sm2.Pair pair = Sm2.fresh();
            file.write(pair);
            return pair.publicKey();
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the reporters' key", full);
        }
    }

    private static byte[] header(int number) {
        return ByteBuffer.allocate(HEADER).put(FORMAT).putShort((short) number).array();
    }

    private static byte[] associated(byte[] header, Place place) {
        byte[] where = place.associated();
        return ByteBuffer.allocate(header.length + where.length)
                .put(header)
                .put(where)
                .array();
    }
}
