/** The tables of schema {@code law}: the calendar's days, the settings, and their revision numbers. */
@org.jspecify.annotations.NullMarked
package org.fangxin.law.store;
