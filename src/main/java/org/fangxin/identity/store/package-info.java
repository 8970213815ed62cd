/** SQL of the room. */
@org.jspecify.annotations.NullMarked
package org.fangxin.identity.store;
