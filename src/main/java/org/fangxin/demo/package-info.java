/**
 * The demo county: 崇信县 620823 with its people and some invented cases in every stage, made by the acts that officers use.
 * Stands above all rooms and hears and tells nobody; off unless {@code fangxin.demo=true} on a database without cases.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.demo;
