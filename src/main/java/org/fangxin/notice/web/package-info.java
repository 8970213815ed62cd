/** Calls of the desk, of the public's page and of gateways. */
@org.jspecify.annotations.NullMarked
package org.fangxin.notice.web;
