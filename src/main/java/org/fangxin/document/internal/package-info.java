/** What the forms say and how they come to be. */
@org.jspecify.annotations.NullMarked
package org.fangxin.document.internal;
