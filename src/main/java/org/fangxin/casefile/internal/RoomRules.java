package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.List;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** What the online room brings into the file (Art. 20, 24): files handed in there, and the record of what was said. */
final class RoomRules {
    private static final ActRule RECEIVE = act(Act.RECEIVE_IN_MEDIATION)
            .of(Kind.COMPLAINT)
            .by(Role.SYSTEM)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第二十条")
            .effect("网上调解室里交的文件归入案卷。")
            .after(MediationRules::accepted)
            .with(Citizens.side("party", "哪一方", false), FieldSpec.of("attachments", "文件", Type.UPLOADS, true))
            .then((state, command, world) -> Decision.taken(new Entry.MediationMaterialReceived(
                    Citizens.named(state, command.fields(), "party").orElse(null), Papers.files(command, "文件"))));

    private static final ActRule TRANSCRIBE = act(Act.RECORD_TRANSCRIPT)
            .of(Kind.COMPLAINT)
            .by(Role.SYSTEM)
            .from(Stage.ACCEPTED, Stage.MEDIATING, Stage.AGREED, Stage.TERMINATED)
            .law("第二十四条")
            .effect("网上调解室的谈话成为案卷里的调解记录，以后不能改动。")
            .after(MediationRules::accepted)
            .with(
                    FieldSpec.of("transcript", "记录编号", Type.TEXT, true),
                    FieldSpec.of("sm3", "记录的 SM3", Type.TEXT, true),
                    FieldSpec.of("lines", "行数", Type.INTEGER, true),
                    FieldSpec.of("by", "整理人", Type.OFFICER, true))
            .then((state, command, world) -> {
                Fields fields = command.fields();
                return Decision.taken(new Entry.MediationTranscribed(
                        Papers.need(fields, "transcript", "记录编号"),
                        Papers.need(fields, "sm3", "记录的 SM3"),
                        fields.integer("lines").orElseThrow(() -> Fields.missing("lines", "行数")),
                        fields.need("by", "整理人")));
            });

    static final List<ActRule> ALL = List.of(RECEIVE, TRANSCRIBE);

    private RoomRules() {}
}
