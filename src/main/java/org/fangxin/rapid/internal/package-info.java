/** How fast reaction works inside. */
@org.jspecify.annotations.NullMarked
package org.fangxin.rapid.internal;
