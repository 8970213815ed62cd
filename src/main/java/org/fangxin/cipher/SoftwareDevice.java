package org.fangxin.cipher;

import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** The cipher device in software: Bouncy Castle over the keys of a {@link KeyRing}. Safe for many threads. */
public final class SoftwareDevice implements CipherDevice {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing ring;
    private final SecureRandom random = new SecureRandom();

    public SoftwareDevice(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public int activeKey(KeyUse use) {
        return ring.active(use);
    }

    @Override
    public List<Integer> keys(KeyUse use) {
        return ring.numbers(use);
    }

    @Override
    public byte[] seal(int key, byte[] plain, byte[] associated) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
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

    @Override
    public byte[] open(int key, byte[] sealed, byte[] associated) {
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

    @Override
    public byte[] mac(int key, byte[] data) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(ring.entry(key).material()));
        mac.update(data, 0, data.length);
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }

    private GCMModeCipher gcm(boolean encrypting, int key, byte[] nonce, byte[] associated) {
        GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
        KeyParameter material = new KeyParameter(ring.entry(key).material());
        gcm.init(encrypting, new AEADParameters(material, TAG_BITS, nonce, associated));
        return gcm;
    }
}
