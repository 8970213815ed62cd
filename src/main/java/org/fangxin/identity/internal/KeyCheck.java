package org.fangxin.identity.internal;

import java.util.Map;
import org.fangxin.cipher.KeyRing;
import org.fangxin.identity.store.KeyFingerprintStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a key file that does not belong to the database: what was encrypted could not be read, and new
 * values would be lost to the right file.
 */
@Component
class KeyCheck implements SmartInitializingSingleton {
    private static final long LOOK_MS = 30_000;

    private final KeyRing ring;
    private final KeyFingerprintStore store;
    private final InScope inScope;

    KeyCheck(KeyRing ring, KeyFingerprintStore store, InScope inScope) {
        this.ring = ring;
        this.store = store;
        this.inScope = inScope;
    }

    /** A command beside this program may have made a new key: what is written from now on is sealed with it. */
    @Scheduled(fixedDelay = LOOK_MS, initialDelay = LOOK_MS)
    void lookAgain() {
        ring.lookAgain();
    }

    @Override
    public void afterSingletonsInstantiated() {
        note();
    }

    /** Tells the database of every key. */
    void note() {
        inScope.current(() -> {
            Map<Integer, String> here = ring.fingerprints();
            requireFit(store.all(), here);
            here.forEach(store::add);
            return true;
        });
    }

    static void requireFit(Map<Integer, String> used, Map<Integer, String> here) {
        used.forEach((number, fingerprint) -> {
            if (!fingerprint.equals(here.get(number))) {
                throw new IllegalStateException("密钥文件与数据库不相符：缺少第 " + number + " 号密钥。请放回原来的密钥文件（FANGXIN_KEY_FILE）再启动。");
            }
        });
    }
}
