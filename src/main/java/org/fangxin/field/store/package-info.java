/** SQL of field mode. */
@org.jspecify.annotations.NullMarked
package org.fangxin.field.store;
