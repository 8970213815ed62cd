/** Endpoints of the credit room. */
@org.jspecify.annotations.NullMarked
package org.fangxin.credit.web;
