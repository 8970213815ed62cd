/** The duplicate room over HTTP. */
@org.jspecify.annotations.NullMarked
package org.fangxin.duplicate.web;
