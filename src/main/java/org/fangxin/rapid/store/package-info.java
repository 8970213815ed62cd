/** SQL of fast reaction. */
@org.jspecify.annotations.NullMarked
package org.fangxin.rapid.store;
