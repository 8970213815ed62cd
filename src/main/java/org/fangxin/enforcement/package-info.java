/**
 * What follows from reports beyond their handling: rewards for those who reported, from application to books (Art. 36), and
 * what goes to other authorities with list, receipt and answer (Art. 42). Hears the journal; tells officers through {@code notice}.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.enforcement;
