/** Evidence: type by content, limits, metadata, sealed storage outside the web root. */
@org.jspecify.annotations.NullMarked
package org.fangxin.intake.internal.file;
