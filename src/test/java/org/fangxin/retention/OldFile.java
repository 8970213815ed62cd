package org.fangxin.retention;

import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fangxin.SettableTime;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.jspecify.annotations.Nullable;

/** Complaints of another decade, received, withdrawn and archived by the acts that officers use. */
public final class OldFile {
    private final CaseFiles cases;
    private final SettableTime time;
    private final DataSource owner;
    private final Actor handler;

    public OldFile(CaseFiles cases, SettableTime time, DataSource owner, People people) {
        this.cases = cases;
        this.time = time;
        this.owner = owner;
        Person person = Staff.hire(people, PlantedCase.COUNTY, Role.HANDLER, Role.INTAKE, Role.ARCHIVIST);
        this.handler =
                new Actor(person.personId(), PlantedCase.COUNTY, Set.of(Role.HANDLER, Role.INTAKE, Role.ARCHIVIST));
    }

    /** Archived on that day, e.g. {@code 2016-03-01}. */
    public String archived(String marker, String day) {
        return archived(marker, day, null, null);
    }

    /** With a stored file, or linked to the case that it comes from. */
    public String archived(String marker, String day, @Nullable String attachment, @Nullable String related) {
        time.set(day + "T09:00");
        try {
            PlantedCase planted = new PlantedCase(cases, time, owner, marker);
            if (attachment != null) {
                planted.holding(attachment);
            }
            String no = planted.open(Kind.COMPLAINT, PlantedCase.COUNTY, related);
            planted.assign(no, handler.id());
            planted.act(no, Act.WITHDRAW, handler, Map.of("how", "SAID", "statement", marker + "不要了"));
            planted.act(no, Act.ARCHIVE, handler, Map.of());
            return no;
        } finally {
            time.giveBack();
        }
    }
}
