/** What the journal can hold: codes, ids and instants; never free text, never personal data. */
@org.jspecify.annotations.NullMarked
package org.fangxin.casefile.entry;
