package org.fangxin.casefile;

import java.util.Map;

/** The column "from → to" of the procedure's tables 1.3 to 1.7: one line an act; an act without a line leaves the case where it is. */
final class CourseSteps {
    private static final Map<Act, Stage> COMPLAINT = Map.ofEntries(
            Map.entry(Act.ACCEPT, Stage.ACCEPTED),
            Map.entry(Act.REFUSE, Stage.REFUSED),
            Map.entry(Act.TERMINATE_MEDIATION, Stage.TERMINATED),
            Map.entry(Act.CONFIRM_GREEN_SETTLEMENT, Stage.SETTLED_GREEN),
            Map.entry(Act.ESCALATE, Stage.RECEIVED),
            Map.entry(Act.RECLASSIFY, Stage.RECLASSIFIED),
            Map.entry(Act.MERGE_DUPLICATE, Stage.MERGED),
            Map.entry(Act.UNMERGE_DUPLICATE, Stage.RECEIVED),
            Map.entry(Act.ARCHIVE, Stage.ARCHIVED));

    private static final Map<Act, Stage> REPORT = Map.ofEntries(
            Map.entry(Act.VERIFY, Stage.VERIFYING),
            Map.entry(Act.FILE, Stage.FILED),
            Map.entry(Act.DECLINE_FILING, Stage.NOT_FILED),
            Map.entry(Act.TELL_NO_AUTHORITY, Stage.NOT_COMPETENT),
            Map.entry(Act.CLOSE_AS_REPEAT, Stage.NOT_REHANDLED),
            Map.entry(Act.MERGE_REPORT, Stage.MERGED),
            Map.entry(Act.TERMINATE_INVESTIGATION, Stage.DECIDED),
            Map.entry(Act.DECIDE_CASE, Stage.DECIDED),
            Map.entry(Act.CLOSE_CASE, Stage.CLOSED),
            Map.entry(Act.SPECIAL_RULES, Stage.SPECIAL_RULES),
            Map.entry(Act.RECLASSIFY, Stage.RECLASSIFIED),
            Map.entry(Act.ARCHIVE, Stage.ARCHIVED));

    private static final Map<Act, Stage> INQUIRY = Map.of(
            Act.ANSWER, Stage.ANSWERED,
            Act.REDIRECT, Stage.REDIRECTED,
            Act.HAND_OVER, Stage.REDIRECTED,
            Act.CONVERT, Stage.CONVERTED,
            Act.RECLASSIFY, Stage.RECLASSIFIED,
            Act.ARCHIVE, Stage.ARCHIVED);

    private CourseSteps() {}

    /** @param held whether a mediation was held: what an agreement without a mode then means */
    static Stage after(Kind kind, Stage stage, Command command, boolean held) {
        return switch (kind) {
            case COMPLAINT -> complaint(stage, command, held);
            case REPORT -> report(stage, command);
            case CONSULTATION, SUGGESTION -> inquiry(kind, stage, command);
        };
    }

    private static Stage complaint(Stage stage, Command command, boolean held) {
        boolean before = stage == Stage.RECEIVED || stage == Stage.GREEN_CHANNEL;
        return switch (command.act()) {
            case SETTLE -> settles(stage, command, held) ? Stage.AGREED : before ? Stage.WITHDRAWN : Stage.TERMINATED;
            case WITHDRAW -> before ? Stage.WITHDRAWN : Stage.TERMINATED;
            case REVOKE_DECISION -> stage == Stage.REFUSED ? Stage.RECEIVED : Stage.ACCEPTED;
            default -> COMPLAINT.getOrDefault(command.act(), stage);
        };
    }

    /** By mediation, not by themselves: parties that tell it of themselves settled by themselves. */
    static boolean settles(Stage stage, Command command, boolean held) {
        if (command.actor().agency().isEmpty()) {
            return false;
        }
        String usual = held && stage != Stage.RECEIVED ? "MEDIATED" : "SELF";
        return command.fields().text("mode").orElse(usual).equals("MEDIATED");
    }

    /** What is handed to the police about the reporter leaves the case where it is (Art. 42). */
    private static Stage report(Stage stage, Command command) {
        if (command.act() == Act.TRANSFER) {
            return CourseModel.variant(command).equals("POLICE_ABUSE") ? stage : Stage.TRANSFERRED;
        }
        return REPORT.getOrDefault(command.act(), stage);
    }

    private static Stage inquiry(Kind kind, Stage stage, Command command) {
        if (command.act() == Act.REFER) {
            boolean considers = kind == Kind.SUGGESTION
                    && (!command.fields().has("considering") || command.fields().yes("considering"));
            return considers ? Stage.CONSIDERING : Stage.REFERRED;
        }
        return INQUIRY.getOrDefault(command.act(), stage);
    }
}
