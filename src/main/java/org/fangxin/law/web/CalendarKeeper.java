package org.fangxin.law.web;

import java.util.List;
import java.util.Map;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who may change the calendar. There is one for all agencies of an installation, and a day moved in it moves every date of
 * everyone: so its own agency's administrator may ({@code fangxin.agency}), and those of the province and the nation; one
 * county of many may not.
 */
@Component
class CalendarKeeper {
    private static final int PROVINCE = 2;

    private final String installation;

    CalendarKeeper(@Value("${fangxin.agency:00}") String installation) {
        this.installation = AgencyCode.of(installation);
    }

    /** @throws Problem 401, 404 without the role, 403 for the administrator of another county or city */
    SignedIn require() {
        SignedIn person = CurrentPerson.require(Role.SYSTEM_ADMIN);
        if (!keeps(person.agencyCode())) {
            throw new Problem(
                    403,
                    "not-keeper",
                    "不能修改放假安排",
                    "放假安排只有一份，改动会影响所有机关的期限。请报设置本系统的机关、省级或者国家机关的系统管理员修改。",
                    List.of(),
                    Map.of());
        }
        return person;
    }

    /** Whether the administrators of an agency may. */
    boolean keeps(String agency) {
        String own = AgencyCode.of(agency);
        return own.length() <= PROVINCE || installation.startsWith(own);
    }
}
