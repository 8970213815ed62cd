/** Numbers, issued documents, templates, marks and seals. */
@org.jspecify.annotations.NullMarked
package org.fangxin.document.store;
