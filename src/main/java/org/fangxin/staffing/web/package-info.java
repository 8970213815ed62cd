/** Staffing over HTTP. */
@org.jspecify.annotations.NullMarked
package org.fangxin.staffing.web;
