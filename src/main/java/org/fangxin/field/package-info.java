/**
 * Field mode (外勤): cases that an officer takes along to where there is no network. Keeps who took which cases out of the
 * house and until when, and the key that opens the copies on the device; what was done out there comes back as acts of the
 * case file.
 */
@NullMarked
package org.fangxin.field;

import org.jspecify.annotations.NullMarked;
