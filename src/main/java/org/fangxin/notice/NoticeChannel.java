package org.fangxin.notice;

/** By what a notice goes: shown on the person's own page, sent by the program, or brought by an officer. */
public enum NoticeChannel {
    IN_APP("进度页", "PLATFORM"),
    SMS("短信", "SMS"),
    EMAIL("电子邮件", "EMAIL"),
    PHONE("电话", "PHONE"),
    LETTER("信函", "LETTER");

    private final String chinese;
    private final String recorded;

    NoticeChannel(String chinese, String recorded) {
        this.chinese = chinese;
        this.recorded = recorded;
    }

    public String chinese() {
        return chinese;
    }

    /** Its code in the journal. */
    public String recorded() {
        return recorded;
    }

    /** Sent by the program itself. */
    public boolean sent() {
        return this == SMS || this == EMAIL;
    }

    /** Brought by an officer. */
    public boolean byHand() {
        return this == PHONE || this == LETTER;
    }
}
