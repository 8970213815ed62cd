/**
 * Copies of the whole for the day when a machine is gone: base backups of the database inside the program and of the
 * sealed files, the archive of the write-ahead log, and putting back to a moment. Keys are never inside. Knows no case.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.backup;
