package org.fangxin.worklist.web;

import org.fangxin.identity.Role;

/** Who works at the list of cases. */
final class Desk {
    static final Role[] WORKERS = Role.OFFICERS.toArray(Role[]::new);

    private Desk() {}
}
