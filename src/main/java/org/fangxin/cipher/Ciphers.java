package org.fangxin.cipher;

import org.springframework.stereotype.Component;

/** The field ciphers, each with keys of its own. */
@Component
public class Ciphers {
    private final FieldCipher party;
    private final FieldCipher vault;

    public Ciphers(CipherDevice device) {
        this.party = new FieldCipher(device, KeyUse.PARTY);
        this.vault = new FieldCipher(device, KeyUse.VAULT);
    }

    /** For parties' personal data. */
    public FieldCipher party() {
        return party;
    }

    /** For reporters' identities from before the keeper's key: they are opened once, to be sealed anew. */
    public FieldCipher vault() {
        return vault;
    }
}
