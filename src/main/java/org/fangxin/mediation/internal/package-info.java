/** How the mediation room works. */
@org.jspecify.annotations.NullMarked
package org.fangxin.mediation.internal;
