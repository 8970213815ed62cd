/** What may be done with a sample, and what it does to its case. */
@org.jspecify.annotations.NullMarked
package org.fangxin.inspection.internal;
