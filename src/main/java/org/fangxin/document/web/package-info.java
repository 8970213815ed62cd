/** Documents over HTTP. */
@org.jspecify.annotations.NullMarked
package org.fangxin.document.web;
