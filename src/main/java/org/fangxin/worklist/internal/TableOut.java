package org.fangxin.worklist.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is written row by row; every cell is text, and none is a formula. */
interface TableOut extends Closeable {
    /** The words over the table: who, when, what for, which filter. */
    void said(String words) throws IOException;

    void row(List<String> cells) throws IOException;
}
