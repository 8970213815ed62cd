/** What the journal can hold: codes, ids and instants; never free text, never personal data. Readers of other rooms use it. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("entry")
package org.fangxin.casefile.entry;
