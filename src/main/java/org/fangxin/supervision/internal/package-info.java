/** How supervision works inside. */
@org.jspecify.annotations.NullMarked
package org.fangxin.supervision.internal;
