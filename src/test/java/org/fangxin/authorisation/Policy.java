package org.fangxin.authorisation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fangxin.casefile.Kind;

/** The table as a page for people. */
final class Policy {
    private static final String HEAD = """
            # Who may call what

            Every call of the program, as its own mapping names it. A test asks the running program for its calls and fails
            when one is missing here; it makes each call in everybody's name and fails when an answer is not the one below
            (`-Dfangxin.write=true` writes this page anew from `Doors`).

            The people of the columns belong to one county, where one complaint and one report are planted, and to the next.
            **yes**: answered, and lists hold nothing outside the own scope. **401**: sign in first. **403**: seen, but not
            theirs to do. **404**: the same as what does not exist, to the byte. Where a complaint and a report differ, the
            cell says so.

            Every call but those open to everybody also answers 403 to whoever must first change the password, and every
            writing one to a session without its token against forgery.

            """;

    private Policy() {}

    static String page(Persona inCharge) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("## Open to everybody, and shut to everybody\n\n");
        row(page, List.of("call", "who", "note"));
        row(page, List.of("---", "---", "---"));
        Doors.ALL.stream()
                .filter(Policy::plain)
                .forEach(door -> row(page, List.of(name(door), door.who(), door.note())));
        page.append("\n## For those signed in\n\n");
        List<Persona> personas = Persona.all(inCharge);
        List<String> titles = new ArrayList<>(List.of("call", "who"));
        personas.forEach(one -> titles.add(one.name()));
        titles.add("note");
        row(page, titles);
        row(page, titles.stream().map(title -> "---").toList());
        for (Door door : Doors.ALL.stream().filter(door -> !plain(door)).toList()) {
            List<String> cells = new ArrayList<>(List.of(name(door), door.who()));
            personas.forEach(one -> cells.add(cell(door, one, inCharge)));
            cells.add(door.note());
            row(page, cells);
        }
        return page.toString();
    }

    private static boolean plain(Door door) {
        return door.reach() == Reach.EVERYBODY || door.reach() == Reach.NOBODY;
    }

    private static String name(Door door) {
        return "`" + door.call().replace("|", "\\|") + "`";
    }

    private static String cell(Door door, Persona persona, Persona inCharge) {
        String complaint = Expected.of(door, persona, inCharge, Kind.COMPLAINT).cell();
        String report = Expected.of(door, persona, inCharge, Kind.REPORT).cell();
        return complaint.equals(report) ? complaint : complaint + ", report " + report;
    }

    private static void row(StringBuilder page, List<String> cells) {
        page.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
