/** What follows from reports beyond their handling: rewards for those who reported, from application to books (Art. 36). */
@org.jspecify.annotations.NullMarked
package org.fangxin.enforcement;
