/** How far the demo county was told. */
@org.jspecify.annotations.NullMarked
package org.fangxin.demo.store;
