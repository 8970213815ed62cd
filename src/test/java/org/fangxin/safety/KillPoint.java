package org.fangxin.safety;

import java.util.List;

/** Where the program ends in R8: on the way from a submission or an act to what is told of it, before and after each commit. */
enum KillPoint {
    SUBMISSION_NOT_COMMITTED("org.fangxin.intake.internal.IntakeWriters#together:out"),
    SUBMISSION_NOT_ANSWERED("org.fangxin.intake.internal.IntakeWriters#attempt:out"),
    ACT_NOT_COMMITTED("org.fangxin.casefile.web.ActController#act:in > org.fangxin.casefile.store.Gate#act:out"),
    ACT_NOT_ANSWERED("org.fangxin.casefile.web.ActController#act:out"),
    BATCH_HEARD("org.fangxin.notice.internal.NoticeReader#take:in"),
    NOTICE_WRITTEN("org.fangxin.notice.internal.NoticeReader#keep:out"),
    DESK_TOLD("org.fangxin.notice.internal.NoticeReader#take:in > org.fangxin.notice.store.InboxStore#tell:out"),
    PLACE_NOT_COMMITTED(
            "org.fangxin.notice.internal.NoticeReader#take:out > org.fangxin.casefile.store.Readers#takeFrom:out"),
    PLACE_COMMITTED("org.fangxin.notice.internal.NoticeReader#take:out > org.fangxin.casefile.store.Readers#step:out"),
    CLAIM_NOT_COMMITTED(
            "org.fangxin.notice.internal.Sender#next:in > org.fangxin.notice.store.OutboxStore#row:out", Again.NEVER),
    CLAIM_COMMITTED("org.fangxin.notice.internal.Sender#send:in", Again.NEVER),
    MAIL_PACKED("org.fangxin.notice.internal.Mailer#carry:in", Again.NEVER),
    MAIL_HALF_SENT("org.eclipse.angus.mail.smtp.SMTPTransport#data:out", Again.NEVER),
    MAIL_SENT(
            "org.eclipse.angus.mail.smtp.SMTPTransport#finishData:in > org.eclipse.angus.mail.smtp.SMTPTransport#readServerResponse:in",
            Again.MUST),
    MAIL_TAKEN("org.fangxin.notice.internal.Mailer#carry:out", Again.MUST),
    MARK_NOT_COMMITTED(
            "org.fangxin.notice.internal.Settlement#settle:in > org.fangxin.notice.store.OutboxStore#settle:out",
            Again.MUST),
    MARK_COMMITTED("org.fangxin.notice.internal.Sender#send:out", Again.NEVER),
    RECORD_NOT_COMMITTED(
            "org.fangxin.notice.internal.Recording#record:in > org.fangxin.notice.store.OutboxStore#recorded:out"),
    RECORD_COMMITTED("org.fangxin.notice.internal.Recording#record:out");

    /** Whether a mail that the server has comes once more: the one sender had it in its hands, and had not noted it yet. */
    enum Again {
        /** The sender itself ended elsewhere. */
        NEVER,
        /** Another thread ended the program; the sender was anywhere. */
        MAY,
        /** The sender itself ended between sending and marking. */
        MUST
    }

    private final String path;
    private final Again again;

    KillPoint(String path) {
        this(path, Again.MAY);
    }

    KillPoint(String path, Again again) {
        this.path = path;
        this.again = again;
    }

    /** As {@link KillAgent} reads it. */
    String path() {
        return path;
    }

    List<KillAgent.Place> places() {
        return KillAgent.Place.of(path);
    }

    Again again() {
        return again;
    }
}
