/** The work behind likely duplicates. */
@org.jspecify.annotations.NullMarked
package org.fangxin.duplicate.internal;
