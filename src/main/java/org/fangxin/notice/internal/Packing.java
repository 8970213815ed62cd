package org.fangxin.notice.internal;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Contacts;
import org.fangxin.casefile.Contacts.Contact;
import org.fangxin.casefile.Duty;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.Carrier.Parcel;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.OutboxStore.State;
import org.fangxin.notice.store.OutboxStore.ToRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a message ready at the moment of sending: is it still owed, to which address, in which words. */
@Component
class Packing {
    private final CaseFiles cases;
    private final Contacts contacts;
    private final Wording wording;
    private final OutboxStore outbox;
    private final PhoneCodes codes;
    private final Enclosed enclosed;
    private final InstantSource clock;

    Packing(
            CaseFiles cases,
            Contacts contacts,
            Wording wording,
            OutboxStore outbox,
            PhoneCodes codes,
            Enclosed enclosed,
            InstantSource clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.wording = wording;
        this.outbox = outbox;
        this.codes = codes;
        this.enclosed = enclosed;
        this.clock = clock;
    }

    /** Empty when there is nothing to send any more, or nowhere to send it to: the message then says so. */
    @Transactional
    public Optional<Parcel> parcel(Row row) {
        Optional<CaseState> state = cases.find(row.caseNo());
        if (state.isEmpty() || row.owed() && settled(state.get(), row)) {
            outbox.settle(row.id(), State.DONE, ToRecord.NOTHING, null, clock.instant());
            return Optional.empty();
        }
        Optional<String> address = contact(row).flatMap(contact -> address(row.channel(), contact));
        if (address.isEmpty()) {
            outbox.settle(row.id(), State.DEAD, ToRecord.NOTHING, "NO_ADDRESS", clock.instant());
            return Optional.empty();
        }
        Map<String, String> values =
                new HashMap<>(Values.of(row.caseNo(), wording.agencyName(row.agency()), row.facts()));
        String code = row.facts().get("code");
        if (code != null) {
            Optional<String> opened = codes.opened(code);
            if (opened.isEmpty()) {
                outbox.settle(row.id(), State.DROPPED, ToRecord.NOTHING, "EXPIRED", clock.instant());
                return Optional.empty();
            }
            values.put("验证码", opened.get());
        }
        Wording.Text text = wording.fill(row.agency(), row.template(), row.channel(), values);
        Parcel parcel = new Parcel(row.messageId(), address.get(), text.subject(), text.body(), row.template(), values);
        return Optional.of(enclosed.with(parcel, row, state.get()));
    }

    private static boolean settled(CaseState state, Row row) {
        return state.duties().open().stream().map(Duty::id).noneMatch(row.duties()::contains);
    }

    private Optional<Contact> contact(Row row) {
        return row.addressee().equals(Draft.REPORTER)
                ? Optional.empty() // nothing of his is sent: only the keeper opens a reporter's telephone
                : contacts.open(row.caseNo(), row.addressee());
    }

    private static Optional<String> address(NoticeChannel channel, Contact contact) {
        return Optional.ofNullable(
                switch (channel) {
                    case SMS, PHONE -> contact.phone();
                    case EMAIL -> contact.email();
                    case LETTER -> contact.address();
                    case IN_APP -> null;
                });
    }
}
