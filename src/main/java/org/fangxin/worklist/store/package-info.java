/** SQL of the worklist's own tables. */
@org.jspecify.annotations.NullMarked
package org.fangxin.worklist.store;
