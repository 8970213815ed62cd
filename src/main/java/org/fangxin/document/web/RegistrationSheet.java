package org.fangxin.document.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.casefile.Stage;
import org.fangxin.document.Documents.Issued;
import org.fangxin.intake.Channel;

/** The sheet that belongs into the file when staff registered a complaint or a report (F1, F2). */
final class RegistrationSheet {
    private static final Set<Channel> BY_STAFF =
            EnumSet.of(Channel.PHONE, Channel.WINDOW, Channel.LETTER, Channel.TRANSFER);

    private RegistrationSheet() {}

    /** The sheet that may be issued now and was not yet. */
    static Optional<OfficialForm> owed(CaseState state, List<OfficialForm> forms, List<Issued> issued) {
        boolean staff = Channel.of(state.channel()).filter(BY_STAFF::contains).isPresent();
        return !staff || state.stage() == Stage.ARCHIVED
                ? Optional.empty()
                : forms.stream()
                        .filter(form -> form == OfficialForm.F1 || form == OfficialForm.F2)
                        .filter(form -> issued.stream().noneMatch(one -> one.form() == form))
                        .findFirst();
    }
}
