package org.fangxin.law.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fangxin.law.Rule.Unit;
import org.junit.jupiter.api.Test;

/** What stands in a file of law is read as it stands there, or refused by its place. */
class YamlNodeTest {
    private static final YamlNode NODE = YamlNode.parse("law.yaml", """
            title: 受理
            length: 7
            open: false
            shut: true
            unit: WORKING_DAY
            from: "2026-04-15"
            list: [甲, 乙]
            names: { a: 甲, b: 乙 }
            rules: [{ id: one }, { id: two }]
            """);

    @Test
    void readsEachValueAsWhatItIs() {
        assertThat(NODE.text("title")).isEqualTo("受理");
        assertThat(NODE.number("length")).isEqualTo(7);
        assertThat(NODE.oneOf(Unit.class, "unit")).isEqualTo(Unit.WORKING_DAY);
        assertThat(NODE.date("from")).isEqualTo(LocalDate.of(2026, 4, 15));
        assertThat(NODE.texts("list")).containsExactly("甲", "乙");
        assertThat(NODE.node("names").pairs())
                .containsEntry("a", "甲")
                .containsEntry("b", "乙")
                .hasSize(2);
        assertThat(NODE.nodes("rules")).extracting(rule -> rule.text("id")).containsExactly("one", "two");
    }

    @Test
    void aFlagIsWhatItSaysAndTheStandardWhereItSaysNothing() {
        assertThat(NODE.flag("open", true)).isFalse();
        assertThat(NODE.flag("shut", false)).isTrue();
        assertThat(NODE.flag("none", true)).isTrue();
        assertThat(NODE.flag("none", false)).isFalse();
    }

    @Test
    void whatIsNotThereIsNothing() {
        assertThat(NODE.textOrNull("none")).isNull();
        assertThat(NODE.date("none")).isNull();
        assertThat(NODE.node("none")).isNull();
        assertThat(NODE.texts("none")).isEmpty();
        assertThat(NODE.nodes("none")).isEmpty();
    }

    @Test
    void whatMustBeThereAndIsNotIsAFault() {
        refused(() -> NODE.text("none"), "law.yaml: 'none' is missing");
        refused(() -> NODE.number("none"), "law.yaml: 'none' must be a whole number");
        refused(() -> NODE.oneOf(Unit.class, "none"), "law.yaml: 'none' is missing");
    }

    @Test
    void whatIsOfAnotherKindIsAFault() {
        refused(() -> NODE.text("length"), "'length' must be a text in quotation marks");
        refused(() -> NODE.number("title"), "'title' must be a whole number");
        refused(() -> NODE.flag("title", true), "'title' must be true or false");
        refused(() -> NODE.texts("title"), "'title' must be a list");
        refused(() -> NODE.node("title"), "law.yaml, title: a mapping is expected");
        refused(() -> NODE.nodes("list"), "law.yaml, list[0]: a mapping is expected");
        refused(() -> NODE.date("title"), "'title' is no date: 受理");
        refused(() -> NODE.oneOf(Unit.class, "title"), "unknown title '受理'");
    }

    @Test
    void aKeyThatNobodyReadsIsAFault() {
        YamlNode names = NODE.node("names");
        assertThat(names.only(Set.of("a", "b", "c"))).isSameAs(names);
        refused(() -> names.only(Set.of("a")), "law.yaml, names: unknown key 'b'");
        refused(() -> names.named("first").text("x"), "law.yaml, names, first: 'x' is missing");
    }

    @Test
    void aFileIsOneMappingWithoutAKeyTwice() {
        refused(() -> YamlNode.parse("law.yaml", "- one"), "law.yaml: a mapping is expected");
        refused(() -> YamlNode.parse("law.yaml", ""), "law.yaml: a mapping is expected");
        refused(() -> YamlNode.parse("law.yaml", "a: 1\na: 2"), "law.yaml: not readable as YAML");
    }

    @Test
    void aFileThatDoesNotShipIsNamed() {
        refused(() -> Resources.text("/law/none.yaml"), "/law/none.yaml: the file is missing");
        assertThat(Resources.lines("/law/calendar/statutory-days.csv")).first().isEqualTo("2024-01-01,元旦");
    }

    private static void refused(ThrowingCallable reading, String fault) {
        assertThatThrownBy(reading).isInstanceOf(LawFileFault.class).hasMessageContaining(fault);
    }
}
