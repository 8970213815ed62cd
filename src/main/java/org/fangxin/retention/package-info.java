/**
 * How long archived cases are kept, who holds one back, and what becomes of those whose term is over: a list that an archivist proposes
 * and two others review, and the disposal case by case (PIPL 19, 47). What was disposed of stands outside the database too, so that no
 * restored backup brings it back.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.retention;
