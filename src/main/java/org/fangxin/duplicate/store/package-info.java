/** SQL of the duplicate room. */
@org.jspecify.annotations.NullMarked
package org.fangxin.duplicate.store;
