/**
 * The case, its four procedures, its journal, clocks, duties and parties: the only place that decides. Hears intake;
 * tells every reader of the journal. Everything at this root except the gate is pure: no Spring, no SQL, no clock.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.casefile;
