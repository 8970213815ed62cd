/** How grades, lots and talks come about. */
@org.jspecify.annotations.NullMarked
package org.fangxin.search.internal;
