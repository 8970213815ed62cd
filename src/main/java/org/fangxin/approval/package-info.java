/**
 * Approval sheets: an officer asks a leader to decide an act that the law reserves for the 负责人, and the act is done when
 * he approves. Two people, always. Asks {@code casefile} for the case and writes to it by that act alone.
 */
@NullMarked
package org.fangxin.approval;

import org.jspecify.annotations.NullMarked;
