/**
 * Every channel's way in: the public form, the registration desk, import of files; checking, splitting (Art. 9), the
 * reporter's vault (Art. 37), evidence files, drafts and tracking. Asks region who is competent and opens cases through
 * the case file's gate; tells nobody.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.intake;
