package org.fangxin.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named tries with what each of them was answered: refused, let in, or asked wrongly, which proves nothing. */
final class Tries {
    /** How a try ended. */
    enum End {
        REFUSED,
        LET_IN,
        /** The system shows it to everybody: whether it may be shown is for who asked to judge. */
        OPEN_TO_ALL,
        /** Another answer than a refusal: what was tried is not there, or is written wrongly. */
        ASKED_WRONGLY
    }

    /** One of them, with the answer in a few words. */
    record Told(String name, End end, String answer) {}

    private final Map<String, List<String>> refused = new LinkedHashMap<>();
    private final Map<String, String> breaks = new LinkedHashMap<>();
    private int made;
    private int letIn;

    void add(Told one) {
        made++;
        switch (one.end()) {
            case REFUSED ->
                refused.computeIfAbsent(one.answer(), first -> new ArrayList<>())
                        .add(one.name());
            case LET_IN -> {
                letIn++;
                breaks.put(one.name(), one.answer());
            }
            case OPEN_TO_ALL, ASKED_WRONGLY -> breaks.put("the rig: " + one.name(), one.answer());
        }
    }

    int made() {
        return made;
    }

    int letIn() {
        return letIn;
    }

    /** Each that was refused, under the answer that it got. */
    Map<String, List<String>> refused() {
        return refused;
    }

    /** Each that was let in, and each that proves nothing. */
    Map<String, String> breaks() {
        return breaks;
    }
}
