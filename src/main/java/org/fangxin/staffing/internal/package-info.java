/** How absences, loads and turns work inside. */
@org.jspecify.annotations.NullMarked
package org.fangxin.staffing.internal;
