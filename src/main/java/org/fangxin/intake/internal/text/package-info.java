/** What kind of matter a text is, by words a person can check. Pure. */
@org.jspecify.annotations.NullMarked
package org.fangxin.intake.internal.text;
