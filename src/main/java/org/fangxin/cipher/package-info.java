/**
 * Keys and what they do, in the national algorithms: SM4-GCM for fields, SM3 for fingerprints, HMAC-SM3 for blind
 * indexes and chains; and the masks under which personal data is shown. Knows no case and no database.
 *
 * <p>A software library is not a certified cryptographic product: {@link org.fangxin.cipher.CipherDevice} is where one
 * is plugged in.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.cipher;
