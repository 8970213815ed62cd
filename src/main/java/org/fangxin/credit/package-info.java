/**
 * What is known of a business, and what follows from it: credit grades by versioned rule tables, graded supervision by lot
 * (双随机), talks and guidance (约谈, 行政指导) with their effect. Hears the journal; asks {@code merchant} who a business is.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.credit;
