/** What is done with passes. */
@org.jspecify.annotations.NullMarked
package org.fangxin.field.internal;
