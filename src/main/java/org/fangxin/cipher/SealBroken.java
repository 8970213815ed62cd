package org.fangxin.cipher;

/** A protected value was changed, moved to another place, or its key is not in the key file. Tells nothing of the value. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SealBroken(String what) {
        super(what);
    }
}
