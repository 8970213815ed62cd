package org.fangxin.authorisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fangxin.authorisation.Visit.Reply;
import org.fangxin.casefile.Kind;

/** Knocks at a door in everybody's name and tells what the answers say otherwise than the table. */
final class Matrix {
    private final Visit visit;
    private final Planted planted;
    private final Persona inCharge;

    Matrix(Visit visit, Planted planted, Persona inCharge) {
        this.visit = visit;
        this.planted = planted;
        this.inCharge = inCharge;
    }

    /** What is wrong at this door, a line each; empty when nothing is. */
    List<String> faults(Door door, List<Persona> personas) throws Exception {
        List<String> faults = new ArrayList<>();
        for (Kind kind : door.ofCase() ? List.of(Kind.COMPLAINT, Kind.REPORT) : List.of(Kind.COMPLAINT)) {
            // those who may come last: some of them take away what was planted
            List<Persona> queue = personas.stream()
                    .sorted(Comparator.comparing(one -> expected(door, one, kind) == Expected.ANSWER))
                    .toList();
            for (Persona persona : queue) {
                faults.addAll(faults(door, persona, kind));
            }
        }
        return faults;
    }

    private List<String> faults(Door door, Persona persona, Kind kind) throws Exception {
        Expected expected = expected(door, persona, kind);
        Reply reply = visit.call(door, persona, planted.of(kind));
        String what = door.call() + " (" + kind + ") by " + persona.name();
        if (!expected.fits(reply.status(), door.unusual())) {
            return List.of(what + ": " + reply.status() + " instead of " + expected.cell());
        }
        if (expected == Expected.MISSING) {
            Reply missing = visit.call(door, persona, Planted.nothing());
            if (!reply.equals(missing)) {
                return List.of(what + ": told from what is missing: " + reply + " but " + missing);
            }
        }
        return List.of();
    }

    Expected expected(Door door, Persona persona, Kind kind) {
        return Expected.of(door, persona, inCharge, kind);
    }
}
