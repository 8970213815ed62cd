/**
 * The green channel (Art. 6): member merchants, their people and promises, and the one thread in which consumer and
 * merchant talk before an agency has the complaint. Answers intake which merchant is a member; hears the journal.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.greenchannel;
