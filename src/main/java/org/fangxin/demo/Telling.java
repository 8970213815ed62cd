package org.fangxin.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Kind;
import org.jspecify.annotations.Nullable;

/** Writes a story as a paragraph: what came in, when, from whom, and what was done. */
final class Telling {
    private final String key;
    private final Kind kind;
    private final When received;
    private final List<Visitor> people = new ArrayList<>();
    private final List<Story.Step> steps = new ArrayList<>();
    private Account desk = Account.DENGJI;
    private String channel = "WEB";
    private String content = "";
    private List<String> demands = List.of();
    private @Nullable Shop shop;
    private @Nullable Visitor agent;
    private @Nullable BigDecimal amount;
    private @Nullable String goods;
    private @Nullable String problem;
    private @Nullable When knewOn;
    private boolean green;
    private boolean alsoReport;
    private boolean onOpened;

    private Telling(String key, Kind kind, When received) {
        this.key = key;
        this.kind = kind;
        this.received = received;
    }

    static Telling complaint(String key, When received) {
        return new Telling(key, Kind.COMPLAINT, received);
    }

    static Telling report(String key, When received) {
        return new Telling(key, Kind.REPORT, received);
    }

    static Telling consultation(String key, When received) {
        return new Telling(key, Kind.CONSULTATION, received);
    }

    static Telling suggestion(String key, When received) {
        return new Telling(key, Kind.SUGGESTION, received);
    }

    Telling from(String surname, int number) {
        people.add(Visitor.of(surname, number));
        return this;
    }

    Telling agent(String surname, int number) {
        agent = Visitor.of(surname, number);
        return this;
    }

    Telling by(String way, Account at) {
        channel = way;
        desk = at;
        return this;
    }

    Telling about(Shop which, String text) {
        shop = which;
        content = text;
        return this;
    }

    Telling asks(String text) {
        content = text;
        return this;
    }

    Telling wants(String sum, String... what) {
        amount = new BigDecimal(sum);
        demands = List.of(what);
        return this;
    }

    Telling goods(String category, String trouble) {
        goods = category;
        problem = trouble;
        return this;
    }

    Telling knew(When day) {
        knewOn = day;
        return this;
    }

    Telling green() {
        green = true;
        return this;
    }

    /** A report came with it, handled apart (Art. 9). */
    Telling alsoReports() {
        alsoReport = true;
        return this;
    }

    /** An officer's act; {@code fields} are names and values in turn. */
    Telling then(When at, Account who, Act act, Object... fields) {
        steps.add(new Story.Step(at, who, act, fields(fields), onOpened));
        return this;
    }

    /** An act of the person who submitted. */
    Telling themselves(When at, Act act, Object... fields) {
        steps.add(new Story.Step(at, null, act, fields(fields), onOpened));
        return this;
    }

    /** From here on the acts are done to the case that was opened last. */
    Telling inOpened() {
        onOpened = true;
        return this;
    }

    Story end() {
        Story.Submitted submitted = new Story.Submitted(
                desk,
                channel,
                content,
                shop,
                List.copyOf(people),
                agent,
                demands,
                amount,
                goods,
                problem,
                green,
                alsoReport,
                knewOn);
        return new Story(key, kind, received, submitted, List.copyOf(steps));
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }
}
