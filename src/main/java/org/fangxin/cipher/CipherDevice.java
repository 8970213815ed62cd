package org.fangxin.cipher;

import java.util.List;

/**
 * Where keys live and work. Keys have numbers, never values, outside it: the software device keeps them in a key file, a
 * certified cryptographic machine would keep them inside.
 */
public interface CipherDevice {
    /** The number of the key with which new values of this use are made. */
    int activeKey(KeyUse use);

    /** The numbers of all keys of this use, the active one first, then the retired ones, newest first. */
    List<Integer> keys(KeyUse use);

    /** Looks whether another process added keys since. */
    default void lookAgain() {
        // a machine that keeps its keys inside knows them all
    }

    /**
     * Encrypts and protects with SM4-GCM under a fresh 96-bit nonce.
     *
     * @param associated data that must be the same when it is opened; not part of the result
     * @return nonce, ciphertext and 128-bit tag
     */
    byte[] seal(int key, byte[] plain, byte[] associated);

    /**
     * Opens what {@link #seal} made.
     *
     * @throws SealBroken when the key is unknown, or ciphertext or associated data are not the same
     */
    byte[] open(int key, byte[] sealed, byte[] associated);

    /** HMAC-SM3, 32 bytes. */
    byte[] mac(int key, byte[] data);
}
