/**
 * Divisions (GB/T 2260), agencies of the five levels, competence and routing with reasons. Hears nobody; intake and the
 * case file ask it who is competent. {@link org.fangxin.region.Divisions} and {@link org.fangxin.region.Agencies} are held
 * in memory and read again when an administrator changes them; deciding is pure.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.region;
