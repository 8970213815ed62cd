package org.fangxin.cipher;

/** The pass-phrase does not open the keeper's key; says nothing of either. */
public final class WrongPassphrase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongPassphrase() {
        super("wrong pass-phrase");
    }
}
