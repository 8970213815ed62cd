/**
 * The official forms: what is on them, Word and PDF, number, seal, and keeping them unchanged; the archive of a closed
 * case. Asks {@code casefile} for the case and writes to it by the act {@code issue-document}; tells nobody: telling is
 * {@code notice}'s and the officer's.
 */
@NullMarked
package org.fangxin.document;

import org.jspecify.annotations.NullMarked;
