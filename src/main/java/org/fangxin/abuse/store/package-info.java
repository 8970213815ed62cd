/** SQL of the abuse room. */
@org.jspecify.annotations.NullMarked
package org.fangxin.abuse.store;
