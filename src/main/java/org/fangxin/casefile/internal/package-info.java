/** The acts, one rule each, and how the state follows from the journal. Pure. */
@org.jspecify.annotations.NullMarked
package org.fangxin.casefile.internal;
