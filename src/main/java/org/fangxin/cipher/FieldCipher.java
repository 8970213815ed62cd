package org.fangxin.cipher;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Encrypts the fields of one use with SM4-GCM. A value is one format byte, two bytes of key number, the nonce, the
 * ciphertext and the tag: 31 bytes longer than the text's UTF-8; a {@code bytea} column holds it.
 */
public final class FieldCipher {
    private static final byte FORMAT = 1;
    private static final int HEADER = 3;

    private final CipherDevice device;
    private final KeyUse use;

    FieldCipher(CipherDevice device, KeyUse use) {
        this.device = device;
        this.use = use;
    }

    /** Encrypts a text for its place, under the active key. */
    public byte[] encrypt(String plain, Place place) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), place);
    }

    /**
     * Decrypts a text.
     *
     * @throws SealBroken when the value was changed or comes from another place
     */
    public String decrypt(byte[] value, Place place) {
        return new String(open(value, place), StandardCharsets.UTF_8);
    }

    /** As {@link #encrypt}, for bytes. */
    public byte[] seal(byte[] plain, Place place) {
        int key = device.activeKey(use);
        byte[] header = header(key);
        byte[] sealed = device.seal(key, plain, associated(header, place));
        return ByteBuffer.allocate(HEADER + sealed.length)
                .put(header)
                .put(sealed)
                .array();
    }

    /** As {@link #decrypt}, for bytes. */
    public byte[] open(byte[] value, Place place) {
        int key = keyOf(value);
        byte[] sealed = new byte[value.length - HEADER];
        System.arraycopy(value, HEADER, sealed, 0, sealed.length);
        return device.open(key, sealed, associated(header(key), place));
    }

    /** Whether the value was made with the active key; otherwise it waits for {@link #renew}. */
    public boolean isCurrent(byte[] value) {
        return keyOf(value) == device.activeKey(use);
    }

    /** The same content at the same place under the active key. */
    public byte[] renew(byte[] value, Place place) {
        return seal(open(value, place), place);
    }

    private int keyOf(byte[] value) {
        if (value.length < HEADER || value[0] != FORMAT) {
            throw new SealBroken("not an encrypted field");
        }
        int key = ByteBuffer.wrap(value, 1, 2).getShort() & 0xFFFF;
        if (!device.keys(use).contains(key)) {
            // a command beside the program may have made it just now
            device.lookAgain();
        }
        if (!device.keys(use).contains(key)) {
            throw new SealBroken("no key " + key + " for " + use);
        }
        return key;
    }

    private static byte[] header(int key) {
        return ByteBuffer.allocate(HEADER).put(FORMAT).putShort((short) key).array();
    }

    private byte[] associated(byte[] header, Place place) {
        byte[] name = use.name().getBytes(StandardCharsets.UTF_8);
        byte[] where = place.associated();
        return ByteBuffer.allocate(header.length + name.length + 1 + where.length)
                .put(header)
                .put(name)
                .put((byte) 0)
                .put(where)
                .array();
    }
}
