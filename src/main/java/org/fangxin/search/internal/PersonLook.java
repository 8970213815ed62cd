package org.fangxin.search.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseLine;
import org.fangxin.casefile.CaseLists;
import org.fangxin.casefile.PersonCases;
import org.fangxin.casefile.PersonCases.Key;
import org.fangxin.casefile.PersonCases.Part;
import org.fangxin.identity.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One view of a person: all that he brought, as far as the reader may see it; each look with its purpose in the audit log. */
@Component
public class PersonLook {
    private static final int MOST = 200;

    /** Why a person is looked up. */
    public enum Purpose {
        HANDLING,
        ANSWERING,
        REPEATED,
        SUPERVISION
    }

    /** One case with what the person is in it. */
    public record Brought(Part part, CaseLine line) {}

    private final PersonCases persons;
    private final CaseLists lists;
    private final AuditLog audit;

    PersonLook(PersonCases persons, CaseLists lists, AuditLog audit) {
        this.persons = persons;
        this.lists = lists;
        this.audit = audit;
    }

    /** Recorded before it is answered, found or not; the number itself is recorded nowhere. */
    @Transactional
    public List<Brought> at(Key key, Purpose purpose, Actor reader) {
        List<Part> parts = persons.of(key, MOST);
        String about = key instanceof Key.Seat seat ? seat.caseNo() : "";
        audit.record("PERSON_LOOK", about, "by=" + by(key), "purpose=" + purpose, "found=" + parts.size());
        Map<String, CaseLine> lines =
                lists.lines(parts.stream().map(Part::caseNo).distinct().toList(), reader, false).stream()
                        .collect(Collectors.toMap(CaseLine::caseNo, Function.identity()));
        return parts.stream()
                .flatMap(part -> java.util.stream.Stream.ofNullable(lines.get(part.caseNo()))
                        .map(line -> new Brought(part, line)))
                .toList();
    }

    private static String by(Key key) {
        return switch (key) {
            case Key.Phone phone -> "PHONE";
            case Key.IdNumber id -> "ID_NUMBER";
            case Key.Seat seat -> "SEAT";
        };
    }
}
