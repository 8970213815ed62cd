/** Rows out of CSV and Excel files, with their line numbers. Pure. */
@org.jspecify.annotations.NullMarked
package org.fangxin.sheet;
