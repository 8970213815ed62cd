/**
 * The knowledge base 知识库: answers to what people ask, with sources, versions and a day of review; found by words first and
 * by meaning where that is on. Nothing personal is in it, so that everybody may read what is public.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.knowledge;
