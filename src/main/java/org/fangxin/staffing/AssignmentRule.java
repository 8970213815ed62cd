package org.fangxin.staffing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn a new case is in a unit: first who has the skill for its class, then whose area it lies in, then by order.
 *
 * @param automatic the program assigns by this rule as soon as a case arrives at the unit; otherwise it only proposes
 */
public record AssignmentRule(Order order, boolean automatic, List<Skill> skills, List<Area> areas) {
    /** What holds where nobody settled anything. */
    public static final AssignmentRule DEFAULT = new AssignmentRule(Order.LOAD, false, List.of(), List.of());

    public AssignmentRule {
        skills = List.copyOf(skills);
        areas = List.copyOf(areas);
    }

    /** What decides among those whom nothing else tells apart. */
    public enum Order {
        /** Who got a case the longest time ago. */
        ROUND,
        /** Who has the least in hand. */
        LOAD
    }

    /** @param matter {@code GOODS:101} or {@code PROBLEM:07}, the classes of a case */
    public record Skill(String matter, List<String> persons) {
        public Skill {
            persons = List.copyOf(persons);
        }
    }

    /** @param region code of the division that the merchant is in, or of one above it */
    public record Area(String region, List<String> persons) {
        public Area {
            persons = List.copyOf(persons);
        }
    }

    /**
     * A rule that holds or held.
     *
     * @param agency whose it is; {@code 00} with number 0 is {@link #DEFAULT}
     * @param activatedAt from then on it holds; null for the default
     */
    public record Version(
            String agency,
            int no,
            AssignmentRule rule,
            String reason,
            String madeBy,
            @Nullable String activatedBy,
            @Nullable Instant activatedAt) {
        public static final Version SHIPPED =
                new Version("00", 0, DEFAULT, "没有设定规则的，按在办件数提议，不自动分派。", "system", null, null);

        /** As the journal names it. */
        public String id() {
            return agency + "/" + no;
        }
    }
}
