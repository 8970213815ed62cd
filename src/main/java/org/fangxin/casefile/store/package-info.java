/** The gate and its SQL: the case's row, journal, clocks and texts in one transaction. */
@org.jspecify.annotations.NullMarked
package org.fangxin.casefile.store;
