package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Clock;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** The acts of a report or clue, in the order in which a desk shows them (Art. 27–37; PP 13–78). */
final class ReportRules {
    static final List<ActRule> ALL = Stream.of(
                    VerificationRules.ALL,
                    SiteRules.ALL,
                    QuestioningRules.ALL,
                    FilingRules.ALL,
                    NoAuthorityRules.ALL,
                    RepeatRules.ALL,
                    PenaltyRules.ALL,
                    ServiceRules.ALL,
                    FiledCaseRules.ALL,
                    ClosingRules.ALL,
                    TransferRules.ALL,
                    ReporterRules.ALL,
                    List.of(redirect(), archive()))
            .flatMap(List::stream)
            .toList();

    private ReportRules() {}

    /** A part of the report that is none of the four kinds (Art. 44): the report itself goes on. */
    private static ActRule redirect() {
        return act(Act.REDIRECT)
                .of(Kind.REPORT)
                .by(Role.REGISTRAR, Role.HANDLER, Role.INVESTIGATOR)
                .from(Stage.RECEIVED, Stage.VERIFYING)
                .effect("告知其中一部分应当走的途径；举报照常办理。")
                .elsewhere(Hints.wrongStage(Act.REDIRECT, "第四十四条"))
                .with(
                        FieldSpec.choice("path", "途径", CODE, true, InquiryRules.Path.options()),
                        FieldSpec.of("text", "告知内容", TEXT, false))
                .then((state, command, world) -> Decision.taken(new Entry.Redirected(command.fields()
                        .needCode("path", InquiryRules.Path.class, "途径")
                        .name())));
    }

    private static ActRule archive() {
        return act(Act.ARCHIVE)
                .of(Kind.REPORT)
                .after(Since::closed)
                .by(Role.HANDLER, Role.ARCHIVIST, Role.INVESTIGATOR)
                .from(
                        Stage.NOT_FILED,
                        Stage.CLOSED,
                        Stage.NOT_COMPETENT,
                        Stage.NOT_REHANDLED,
                        Stage.MERGED,
                        Stage.SPECIAL_RULES,
                        Stage.TRANSFERRED,
                        Stage.RECLASSIFIED)
                .effect("立卷归档，以后不再办理。")
                .elsewhere(Hints.wrongStage(Act.ARCHIVE, Law.pp("第七十八条")))
                .forbid(ReportRules::stillRunning)
                .then((state, command, world) -> Decision.taken(new Entry.Archived()));
    }

    /** Statutory clocks must have ended; promises end with the file. */
    static Optional<Decision.Refused> stillRunning(CaseState state, Actor actor, World world) {
        return state.clocks().all().stream()
                .filter(clock -> clock.open() && !clock.rule().startsWith("promise."))
                .map(Clock::rule)
                .findFirst()
                .map(rule -> {
                    String title = world.statutes()
                            .rule(rule)
                            .map(found -> found.title())
                            .orElse(rule);
                    return Decision.refused("CLOCK_OPEN", "还有期限没有办结：“" + title + "”。办完再归档。", Law.pp("第七十八条"));
                });
    }
}
