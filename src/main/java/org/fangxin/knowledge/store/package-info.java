/** Articles and their versions. */
@org.jspecify.annotations.NullMarked
package org.fangxin.knowledge.store;
