/** The archive of a case: bound as one PDF and packed as a bundle that tells when a byte of it was changed. */
@org.jspecify.annotations.NullMarked
package org.fangxin.document.internal.dossier;
