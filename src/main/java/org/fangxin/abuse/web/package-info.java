/** The abuse room over HTTP. */
@org.jspecify.annotations.NullMarked
package org.fangxin.abuse.web;
