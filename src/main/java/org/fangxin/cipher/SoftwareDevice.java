package org.fangxin.cipher;

import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The cipher device in software: Bouncy Castle over the keys of a {@link KeyRing}. Safe for many threads. */
public final class SoftwareDevice implements CipherDevice {
    private final KeyRing ring;

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
    public void lookAgain() {
        ring.lookAgain();
    }

    @Override
    public byte[] seal(int key, byte[] plain, byte[] associated) {
        return Sm4Gcm.seal(ring.entry(key).material(), plain, associated);
    }

    @Override
    public byte[] open(int key, byte[] sealed, byte[] associated) {
        return Sm4Gcm.open(ring.entry(key).material(), sealed, associated);
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
}
