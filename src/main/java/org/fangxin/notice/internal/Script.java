package org.fangxin.notice.internal;

import java.util.Optional;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.OutboxStore.State;
import org.springframework.stereotype.Component;

/** What an officer says or writes who brings a message by hand, and what the person's own page shows. */
@Component
public class Script {
    private final Wording wording;

    Script(Wording wording) {
        this.wording = wording;
    }

    /** Empty for what the program sends itself and has not failed to. */
    public Optional<String> of(Row row) {
        boolean open = row.state() == State.BY_HAND || row.state() == State.DEAD;
        return open
                ? Optional.of(
                        words(row, row.channel() == NoticeChannel.LETTER ? NoticeChannel.LETTER : NoticeChannel.PHONE))
                : Optional.empty();
    }

    /** The message on the person's own page. */
    public String page(Row row) {
        return words(row, NoticeChannel.IN_APP);
    }

    private String words(Row row, NoticeChannel channel) {
        return wording.fill(
                        row.agency(),
                        row.template(),
                        channel,
                        Values.of(row.caseNo(), wording.agencyName(row.agency()), row.facts()))
                .body();
    }
}
