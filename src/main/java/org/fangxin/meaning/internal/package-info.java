/** The sentence model: its files unpacked below the program's home, its session opened and closed. */
@org.jspecify.annotations.NullMarked
package org.fangxin.meaning.internal;
