/** SQL and readers of the supervision room. */
@org.jspecify.annotations.NullMarked
package org.fangxin.supervision.store;
