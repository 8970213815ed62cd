/** Endpoints of fast reaction. */
@org.jspecify.annotations.NullMarked
package org.fangxin.rapid.web;
