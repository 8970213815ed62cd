/** Requests and their numbers. */
@org.jspecify.annotations.NullMarked
package org.fangxin.approval.store;
