package org.fangxin.casefile.internal;

import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;

/** Telling someone in the same step as the decision (Art. 15): on the progress page, or by another proven way. */
final class Notices {
    static final FieldSpec SPEC =
            FieldSpec.of("notice", "告知", FieldSpec.Type.NOTICE, false).hinted("已经告知的，填渠道和凭证编号。网上提交的不用填：进度页显示就是告知。");
    private static final Set<String> ONLINE = Set.of("WEB", "APP", "MINIPROGRAM", "PLATFORM");

    private Notices() {}

    /** The complainant came by a channel that shows him the decision at once. */
    static boolean online(CaseState state) {
        return ONLINE.contains(state.channel());
    }

    /** How the complainant is told with the decision itself; empty when telling is still owed. */
    static Optional<Entry.Telling> complainantWith(CaseState state, Command command, World world) {
        Optional<Entry.Telling> written = written(command);
        boolean shown =
                online(state) && !Choices.of(world, "notice.tellingPoint", "").equals("DELIVERED");
        return written.isPresent() || !shown ? written : Optional.of(new Entry.Telling("PLATFORM", null));
    }

    /** The notice that the body describes. */
    static Optional<Entry.Telling> written(Command command) {
        return command.fields().object("notice").map(notice -> {
            notice.instant("at")
                    .filter(at -> !Dates.day(at).equals(Dates.day(command.occurredAt())))
                    .ifPresent(at -> {
                        throw new Fields.Faulty("notice.at", "other-day", "告知不在决定当天的，请用“记录告知”另行记录。");
                    });
            return new Entry.Telling(
                    notice.need("channel", "告知渠道"), notice.text("proof").orElse(null));
        });
    }
}
