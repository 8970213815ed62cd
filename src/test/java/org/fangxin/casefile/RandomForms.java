package org.fangxin.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forms filled in at random from the catalogue's own field descriptions, for a case as somebody sees it.
 *
 * @param otherCase the number that is written where a form asks for another case
 */
record RandomForms(RandomPeople people, CaseState state, Instant now, String otherCase, Dice dice) {
    Map<String, Object> form(ActRule rule) {
        Map<String, Object> form = new LinkedHashMap<>();
        for (FieldSpec field : rule.fields()) {
            if (dice.chance(likely(field))) {
                form.put(field.name(), value(field));
            }
        }
        if (dice.chance(10)) {
            form.put("occurredOn", day(-20, 1).toString());
            form.putIfAbsent("paperNo", "补〔2026〕1号");
        }
        return form;
    }

    /** An agreement is written in points more often than not, or none would ever fall due. */
    private static int likely(FieldSpec field) {
        return field.required() ? 97 : field.type() == FieldSpec.Type.ITEMS ? 85 : 45;
    }

    private Object value(FieldSpec field) {
        return switch (field.type()) {
            case CODE -> code(field);
            case CODES -> codes(field);
            // what follows a filing lies between it and today
            case DATE -> (state.stage() == Stage.FILED && dice.chance(70) ? today() : day(-20, 25)).toString();
            case DATETIME -> now.plus(Duration.ofHours(dice.between(-20, 20))).toString();
            case AMOUNT -> dice.below(5000) + ".50";
            case INTEGER -> dice.between(0, 7);
            case BOOLEAN -> dice.chance(75);
            case OFFICER -> dice.one(people.cast()).id();
            case OFFICERS ->
                dice.chance(60)
                        ? people.pair()
                        : List.of(
                                dice.one(people.cast()).id(),
                                dice.one(people.cast()).id());
            case AGENCY -> dice.one(people.agencies());
            case CASE -> otherCase;
            case PARTY -> "P" + dice.between(1, 5);
            case LIST -> dice.chance(50) ? List.of("P1", "P2") : List.of(dice.one(people.agencies()));
            case APPROVAL -> Map.of("by", people.leader(), "on", day(-3, 1).toString(), "paperNo", "批1号");
            case NOTICE -> Map.of("channel", "SMS", "proof", "S" + dice.below(100));
            case FILES -> List.of("f-1");
            case PERSON -> Map.of("name", "孙样例", "phone", "13800000009", "address", "样例街9号");
            case ITEMS ->
                List.of(Map.of(
                        "what",
                        "退款",
                        "who",
                        "RESPONDENT",
                        "amount",
                        "12.50",
                        "by",
                        day(0, 20).toString()));
            case CHECKLIST -> Map.of("items", List.of(Map.of("code", "LICENCE", "result", "FIT")));
            case UPLOADS -> List.of("a-1");
            case PROPOSAL ->
                Map.of("assignmentRule", "620826/1", "proposed", people.pair().getFirst());
            case TEXT -> text(field);
        };
    }

    private Object text(FieldSpec field) {
        return switch (field.name()) {
            case "value" -> day(-10, 1).toString();
            case "dutyId" ->
                state.duties().all().isEmpty()
                        ? "F5:COMPLAINANT:2"
                        : dice.one(state.duties().all()).id();
            case "form" -> dice.one(List.of("F4", "F5", "F6", "F7", "F8", "F9", "F10", "MESSAGE"));
            case "text" -> dice.chance(60) ? "问：货从哪里进的？\n答：从批发市场。" : "文字";
            default -> "文字";
        };
    }

    private String code(FieldSpec field) {
        // a hearing stands at the end of the longest way: what leads there is chosen more often
        for (String onTheWay : List.of("HEARING", "NOTICE")) {
            if (dice.chance(60)
                    && field.options().stream().anyMatch(one -> one.code().equals(onTheWay))) {
                return onTheWay;
            }
        }
        return field.options().isEmpty() ? "X" : dice.one(field.options()).code();
    }

    private List<String> codes(FieldSpec field) {
        if (dice.chance(35)) {
            return field.options().isEmpty()
                    ? List.of("REFUND")
                    : field.options().stream().map(FieldSpec.Option::code).toList();
        }
        return List.of(field.options().isEmpty() ? "REFUND" : code(field));
    }

    private LocalDate day(int from, int to) {
        return today().plusDays(dice.between(from, to));
    }

    private LocalDate today() {
        return now.atZone(Fields.ZONE).toLocalDate();
    }
}
