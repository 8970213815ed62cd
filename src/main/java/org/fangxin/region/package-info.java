/**
 * Divisions (GB/T 2260), agencies of the five levels, competence and routing with reasons. Hears nobody; intake and the
 * case file ask it who is competent.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.region;
