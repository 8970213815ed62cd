package org.fangxin.cipher;

import java.nio.charset.StandardCharsets;

/**
 * Where an encrypted value lives. The place is bound into the ciphertext: copied to another row or column, it no longer
 * opens.
 *
 * @param table table with its schema, e.g. {@code casefile.party}
 * @param column column name
 * @param row the row's primary key, known before the row is written
 */
public record Place(String table, String column, String row) {
    byte[] associated() {
        return (table + '\0' + column + '\0' + row).getBytes(StandardCharsets.UTF_8);
    }
}
