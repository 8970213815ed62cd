/**
 * Fast reaction (快速处置): which promise of arriving holds at a place, who is on duty, who was sent out, when they came and
 * left, and how many promises were kept. Hears the journal; whatever concerns a case is an act of the case file.
 */
@NullMarked
package org.fangxin.rapid;

import org.jspecify.annotations.NullMarked;
