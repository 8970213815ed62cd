/** Approval sheets at the desk. */
@org.jspecify.annotations.NullMarked
package org.fangxin.approval.web;
