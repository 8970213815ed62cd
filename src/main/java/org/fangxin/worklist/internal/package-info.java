/** What is done with views, exports and acts on many cases. */
@org.jspecify.annotations.NullMarked
package org.fangxin.worklist.internal;
