package org.fangxin.cipher;

/** What a key may be used for. Keys of different uses never stand in for one another. */
public enum KeyUse {
    /** Personal data of parties: names, telephones, addresses, ID numbers. */
    PARTY,
    /** Reporters' identities as they were sealed before {@link #REPORTER}; in older key files only. */
    VAULT,
    /** Public half of the pair that seals reporters' identities (Art. 37): it writes and cannot read. */
    REPORTER,
    /** Exact search over encrypted values. */
    BLIND_INDEX,
    /** Chains of the journal and of the audit log. */
    JOURNAL,
    /** Private half of the pair that signs what is noted of the audit log outside of the database (SM2). */
    CHECKPOINT,
    /** Signature of the access tokens that programs get. */
    TOKEN
}
