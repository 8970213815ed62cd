package org.fangxin.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.Origin;

/** Who calls: the public by address, or an officer of the desk. */
final class Caller {
    private Caller() {}

    /** An officer registers for his agency; whoever else is signed in counts as the public. */
    static Origin origin() {
        return CurrentPerson.find().filter(Caller::registers).map(Origin::new).orElse(Origin.PUBLIC);
    }

    static String address(HttpServletRequest request) {
        return String.valueOf(request.getRemoteAddr());
    }

    private static boolean registers(SignedIn who) {
        return who.roles().stream().anyMatch(Role.OFFICERS::contains);
    }
}
