/** How region keeps divisions and agencies in memory and decides who is competent. For this room only. */
@org.jspecify.annotations.NullMarked
package org.fangxin.region.internal;
