package org.fangxin.backup;

import java.time.Instant;
import org.fangxin.identity.OpenDoors;
import org.springframework.stereotype.Component;

/** Nobody is signed in after a database was put back, nor with what was given out before. */
@Component
class SignedOut implements AfterRestore {
    private final OpenDoors doors;

    SignedOut(OpenDoors doors) {
        this.doors = doors;
    }

    @Override
    public String settle(Instant restoredAt) {
        OpenDoors.Shut shut = doors.shutAll();
        return "恢复前的 " + shut.sessions() + " 个登录全部结束，" + shut.recoveryCodes() + " 个恢复码作废，请各人重新登录并换新的恢复码。";
    }
}
