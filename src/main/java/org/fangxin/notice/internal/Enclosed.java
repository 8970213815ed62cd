package org.fangxin.notice.internal;

import java.util.Optional;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Duty;
import org.fangxin.casefile.Kind;
import org.fangxin.document.IssuedDocuments;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.Carrier.Paper;
import org.fangxin.notice.internal.Carrier.Parcel;
import org.fangxin.notice.store.OutboxStore.Row;
import org.springframework.stereotype.Component;

/** The issued document goes along with the mail that tells of it. */
@Component
class Enclosed {
    private final IssuedDocuments documents;

    Enclosed(IssuedDocuments documents) {
        this.documents = documents;
    }

    Parcel with(Parcel parcel, Row row, CaseState state) {
        return row.channel() == NoticeChannel.EMAIL
                ? paper(row, state).map(parcel::with).orElse(parcel)
                : parcel;
    }

    private Optional<Paper> paper(Row row, CaseState state) {
        return row.duties().stream()
                .flatMap(id -> state.duties().find(id).stream())
                .flatMap(duty -> served(duty, state).stream())
                .findFirst();
    }

    private Optional<Paper> served(Duty duty, CaseState state) {
        return documents
                .forDuty(state.caseNo(), duty.form(), duty.to())
                .map(issued -> new Paper(issued.number(), name(issued.title(), state), issued.pdf()));
    }

    /** On a reporter's own machine nothing may tell at first sight what it is about (Art. 37). */
    private static String name(String title, CaseState state) {
        return (state.kind() == Kind.REPORT ? "文书" : title) + ".pdf";
    }
}
