/** SQL of staffing. */
@org.jspecify.annotations.NullMarked
package org.fangxin.staffing.store;
