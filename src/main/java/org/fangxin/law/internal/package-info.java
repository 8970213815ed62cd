/** Reading the files of law, counting, and the words of a reason. */
@org.jspecify.annotations.NullMarked
package org.fangxin.law.internal;
