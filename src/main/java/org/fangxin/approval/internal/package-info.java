/** What may be asked of whom, and the sheet on paper. */
@org.jspecify.annotations.NullMarked
package org.fangxin.approval.internal;
