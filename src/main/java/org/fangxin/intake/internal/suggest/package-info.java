/** Proposals on a case with their reasons, the officer's choice against them, and how often they were right. */
@org.jspecify.annotations.NullMarked
package org.fangxin.intake.internal.suggest;
