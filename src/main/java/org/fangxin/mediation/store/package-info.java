/** SQL of the mediation room. */
@org.jspecify.annotations.NullMarked
package org.fangxin.mediation.store;
