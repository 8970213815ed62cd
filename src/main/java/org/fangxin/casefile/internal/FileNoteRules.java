package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.EnumSet;
import java.util.List;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** A line that an officer writes beside a file. It decides nothing and no party is told. */
final class FileNoteRules {
    private static final ActRule NOTE = act(Act.ADD_NOTE)
            .of(Kind.values())
            .by(
                    Role.REGISTRAR,
                    Role.INTAKE,
                    Role.HANDLER,
                    Role.MEDIATOR,
                    Role.INVESTIGATOR,
                    Role.UNIT_HEAD,
                    Role.LEADER)
            .from(EnumSet.allOf(Stage.class))
            .effect("只记在案卷里，不改变办理，也不告知当事人。")
            .with(FieldSpec.of("remark", "记什么", Type.TEXT, true).hinted("不写举报人的身份，不写与办理无关的个人信息。"))
            .then((state, command, world) -> {
                command.fields().need("remark", "记什么");
                return Decision.taken(new Entry.Noted());
            });

    static final List<ActRule> ALL = List.of(NOTE);

    private FileNoteRules() {}
}
