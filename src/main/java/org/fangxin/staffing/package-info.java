/**
 * Who does the work when: absences with substitutes and what they hand over, the load of each officer, and whose turn a new
 * case is. Tells {@code identity} for whom somebody stands in; whatever concerns a case is an act of the case file.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.staffing;
