package org.fangxin.document.internal.dossier;

import java.util.List;

/**
 * What a bundle holds, signed as a whole.
 *
 * @param format of this description
 * @param key the public key of the installation that packed it, X.509 in Base64
 * @param journalEntries how many entries of the journal are in it
 * @param lastLink the keyed link of the last one
 */
record Manifest(
        String format,
        String archiveNo,
        String caseNo,
        String kind,
        String agency,
        String agencyName,
        String packedAt,
        int journalEntries,
        String lastLink,
        String key,
        List<Item> items) {
    static final String FORMAT = "fangxin-dossier/1";

    /** @param name of the entry in the bundle */
    record Item(
            String name, String title, String date, String contentType, long size, String sm3, List<String> mayRead) {}
}
