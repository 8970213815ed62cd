/** Word: templates that a bureau may replace, filled and checked. */
@org.jspecify.annotations.NullMarked
package org.fangxin.document.internal.word;
