/** Samples and what became of them. */
@org.jspecify.annotations.NullMarked
package org.fangxin.inspection.store;
