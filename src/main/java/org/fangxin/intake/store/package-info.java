/** SQL of the schema intake. */
@org.jspecify.annotations.NullMarked
package org.fangxin.intake.store;
