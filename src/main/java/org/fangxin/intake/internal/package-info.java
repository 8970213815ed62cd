/** How intake does its work. */
@org.jspecify.annotations.NullMarked
package org.fangxin.intake.internal;
