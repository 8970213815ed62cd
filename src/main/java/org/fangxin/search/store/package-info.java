/** SQL of the search room. */
@org.jspecify.annotations.NullMarked
package org.fangxin.search.store;
