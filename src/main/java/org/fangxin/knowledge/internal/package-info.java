/** Writing, publishing and finding articles. */
@org.jspecify.annotations.NullMarked
package org.fangxin.knowledge.internal;
