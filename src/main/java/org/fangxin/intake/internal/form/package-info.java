/** What was typed becomes a submission, or sentences that say what is wrong with it. Pure. */
@org.jspecify.annotations.NullMarked
package org.fangxin.intake.internal.form;
