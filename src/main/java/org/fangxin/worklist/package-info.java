/**
 * Work on many cases at once: saved views of the worklist with true counts, exports of exactly what a filter shows, one act
 * on many cases with its preview. Asks {@code casefile} for lists and writes to cases by their own acts alone.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.worklist;
