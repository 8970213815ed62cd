/**
 * Statutes as data: rules with validity, working calendar, deadlines with their reasons, grounds and citations. Pure
 * Java at its root. Hears nobody; every room asks it "by when, and why".
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.law;
