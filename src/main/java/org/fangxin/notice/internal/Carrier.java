package org.fangxin.notice.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fangxin.notice.NoticeChannel;

/** Carries one message outside: a mail server, an SMS gateway. */
interface Carrier {
    /**
     * What is to be carried; lives as long as the sending.
     *
     * @param messageId the same at every try: whoever gets it twice can tell
     * @param to telephone or mail address, in clear
     * @param values what the wording was filled with, for gateways that keep the wording themselves
     */
    record Parcel(UUID messageId, String to, String subject, String body, String template, Map<String, String> values) {
        @Override
        public String toString() {
            return "Parcel[" + messageId + "]";
        }
    }

    /** How it ended. Codes and numbers only. */
    sealed interface Outcome {
        /** Taken; {@code proof} is the number that the other side gave. */
        record Accepted(String proof) implements Outcome {}

        /** Refused for good: another try would end alike. */
        record Refused(String code) implements Outcome {}

        /** Not now, or nobody knows: it is tried again. */
        record Trouble(String code, boolean uncertain) implements Outcome {}
    }

    NoticeChannel channel();

    /** Why nothing can be sent by it, in Chinese; empty when it works. */
    Optional<String> off();

    Outcome carry(Parcel parcel);
}
