/** The case file over HTTP: worklist, case page, acts, unmasking. */
@org.jspecify.annotations.NullMarked
package org.fangxin.casefile.web;
