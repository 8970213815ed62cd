package org.fangxin.staffing.internal;

import org.springframework.context.ApplicationContext;

/** The program's round over leaves that begin and end, at the moment that a test wants it. */
public final class LeaveRound {
    private LeaveRound() {}

    public static void go(ApplicationContext context) {
        context.getBean(LeaveNotes.class).sweep();
    }
}
