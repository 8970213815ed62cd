/**
 * The factors of Art. 17 that our data holds, as facts with the cases behind each, for the officers of a case; what a
 * person found and why, and the review by another. Nothing here changes a case: to refuse a complaint is the act of the case
 * file with its own reasons, and a report is verified all the same (Art. 42).
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.abuse;
