/** The work behind indicators and findings. */
@org.jspecify.annotations.NullMarked
package org.fangxin.abuse.internal;
