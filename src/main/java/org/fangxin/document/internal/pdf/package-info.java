/** PDF, made of the filled Word document. */
@org.jspecify.annotations.NullMarked
package org.fangxin.document.internal.pdf;
