package org.fangxin.backup;

import java.util.List;

/**
 * One file of a backup as it was when it was copied.
 *
 * @param path below the backup's folder, with slashes
 * @param size in bytes
 * @param blocks SM3 of each block of {@link BlockCopy#BLOCK} bytes, in order
 */
record Piece(String path, long size, List<String> blocks) {}
