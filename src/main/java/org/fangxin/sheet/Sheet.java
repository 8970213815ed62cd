package org.fangxin.sheet;

import java.util.Iterator;
import java.util.List;

/** An opened file: its header and then its rows, one after the other. Blank rows are left out. */
public interface Sheet extends AutoCloseable {
    /** The first row that is not blank. */
    List<String> header();

    /** The rows below the header. */
    Iterator<SheetRow> rows();

    /** Sentences about what the file holds beside these rows and was not read. */
    default List<String> notes() {
        return List.of();
    }

    @Override
    void close();
}
