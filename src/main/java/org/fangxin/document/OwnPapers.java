package org.fangxin.document;

import java.util.List;

/**
 * A bureau's own papers beside the ten official forms — approval sheets, records made on site, lists of evidence —
 * printed from what a room keeps, whenever they are asked for. They carry no seal.
 */
public interface OwnPapers {
    /**
     * @param agency code of the agency that stands at its head
     * @param number as printed under the title; empty for none
     */
    record Paper(String agency, String title, String number, List<Part> parts) {}

    /** What stands on it, from top to bottom. */
    sealed interface Part {}

    /** A label with what was written; several lines keep their breaks. */
    record Row(String label, String text) implements Part {}

    /** A list with a heading for each column. */
    record Grid(List<String> heads, List<List<String>> rows) implements Part {
        public Grid {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A photograph as JPEG or PNG. */
    record Picture(String caption, String contentType, byte[] bytes) implements Part {}

    /** Who signs and when; {@code name} empty leaves a line for a pen. */
    record Signature(String label, String name, String when) implements Part {}

    /** The paper as PDF, A4. */
    byte[] print(Paper paper);
}
