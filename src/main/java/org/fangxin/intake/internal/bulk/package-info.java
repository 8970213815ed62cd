/** Bulk import: mapping, rows, batches, resumption. */
@org.jspecify.annotations.NullMarked
package org.fangxin.intake.internal.bulk;
