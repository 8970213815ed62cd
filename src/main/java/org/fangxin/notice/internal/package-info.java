/** Planning what is told to whom, and carrying it. */
@org.jspecify.annotations.NullMarked
package org.fangxin.notice.internal;
