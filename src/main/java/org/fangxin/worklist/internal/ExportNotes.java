package org.fangxin.worklist.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.notice.DeskNotes;
import org.fangxin.region.Agencies;
import org.fangxin.worklist.Export;
import org.springframework.stereotype.Component;

/** What is said on the desk about an export: to who decides, and to who asked. */
@Component
class ExportNotes {
    private final DeskNotes notes;
    private final People people;
    private final Agencies agencies;

    ExportNotes(DeskNotes notes, People people, Agencies agencies) {
        this.notes = notes;
        this.people = people;
        this.agencies = agencies;
    }

    /** Heads and leaders of the asker's agency, and of that in whose name it acts, but not himself. */
    void asked(Export export) {
        String root = agencies.actingFor(export.agency()).code();
        Set<String> near = new HashSet<>(List.of(export.agency(), root));
        List<String> deciders = Scopes.within(Scope.SYSTEM, () -> people.officers(root)).stream()
                .filter(one -> one.roles().contains(Role.LEADER) || one.roles().contains(Role.UNIT_HEAD))
                .filter(one -> near.contains(one.agencyCode()))
                .map(Person::personId)
                .filter(one -> !one.equals(export.askedBy()))
                .toList();
        notes.tell(deciders, event(export), "export-asked", facts(export));
    }

    void decided(Export export, boolean approved) {
        notes.tell(
                List.of(export.askedBy()),
                event(export),
                approved ? "export-approved" : "export-refused",
                facts(export));
    }

    private static String event(Export export) {
        return "export-" + export.id();
    }

    private static Map<String, String> facts(Export export) {
        return Map.of("rows", Integer.toString(export.rows()));
    }
}
