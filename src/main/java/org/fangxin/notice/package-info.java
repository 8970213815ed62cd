/**
 * Notices 告知: who must be told hears of it once, by the right channel, with a receipt as proof (Art. 15, 20, 23); officers
 * are reminded on the desk. Hears the journal, asks the case file and the vault for addresses at the moment of sending, and
 * tells the case file what was told by recording it as an act. Sends nothing outside until an administrator configured it.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.notice;
