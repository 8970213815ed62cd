/** The quality chain at the desk. */
@org.jspecify.annotations.NullMarked
package org.fangxin.inspection.web;
