/**
 * Meaning of short Chinese texts as vectors: a small sentence model inside the program, off the network, loaded when first
 * asked and let go when idle. Knows no other room; a room that asks works as well without an answer.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.meaning;
