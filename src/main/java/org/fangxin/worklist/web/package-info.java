/** Endpoints of the worklist. */
@org.jspecify.annotations.NullMarked
package org.fangxin.worklist.web;
