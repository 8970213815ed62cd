/** The knowledge base over HTTP. */
@org.jspecify.annotations.NullMarked
package org.fangxin.knowledge.web;
