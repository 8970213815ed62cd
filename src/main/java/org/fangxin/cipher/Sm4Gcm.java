package org.fangxin.cipher;

import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM with a fresh 96-bit nonce before the ciphertext and a 128-bit tag behind it. */
final class Sm4Gcm {
    static final int KEY_BYTES = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sm4Gcm() {}

    static byte[] seal(byte[] key, byte[] plain, byte[] associated) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        GCMModeCipher gcm = gcm(true, key, nonce, associated);
        byte[] sealed = new byte[NONCE + gcm.getOutputSize(plain.length)];
        System.arraycopy(nonce, 0, sealed, 0, NONCE);
        int written = gcm.processBytes(plain, 0, plain.length, sealed, NONCE);
        try {
            gcm.doFinal(sealed, NONCE + written);
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("encryption failed", impossible);
        }
        return sealed;
    }

    static byte[] open(byte[] key, byte[] sealed, byte[] associated) {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            throw new SealBroken("too short for an encrypted field");
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, 0, nonce, 0, NONCE);
        GCMModeCipher gcm = gcm(false, key, nonce, associated);
        byte[] plain = new byte[gcm.getOutputSize(sealed.length - NONCE)];
        int written = gcm.processBytes(sealed, NONCE, sealed.length - NONCE, plain, 0);
        try {
            gcm.doFinal(plain, written);
        } catch (InvalidCipherTextException broken) {
            throw new SealBroken("an encrypted field was changed or moved");
        }
        return plain;
    }

    private static GCMModeCipher gcm(boolean encrypting, byte[] key, byte[] nonce, byte[] associated) {
        GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
        gcm.init(encrypting, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
        return gcm;
    }
}
