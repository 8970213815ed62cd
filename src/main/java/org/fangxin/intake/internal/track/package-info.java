/** Numbers, tracking codes and what the public sees. */
@org.jspecify.annotations.NullMarked
package org.fangxin.intake.internal.track;
