/** Calls of the public pages and of the desk. */
@org.jspecify.annotations.NullMarked
package org.fangxin.intake.web;
