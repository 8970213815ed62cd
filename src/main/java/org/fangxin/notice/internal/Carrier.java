package org.fangxin.notice.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fangxin.notice.NoticeChannel;
import org.jspecify.annotations.Nullable;

/** Carries one message outside: a mail server, an SMS gateway. */
interface Carrier {
    /**
     * What is to be carried; lives as long as the sending.
     *
     * @param messageId the same at every try: whoever gets it twice can tell
     * @param to telephone or mail address, in clear
     * @param values what the wording was filled with, for gateways that keep the wording themselves
     * @param paper the issued document that goes along, for channels that carry files; null when there is none
     */
    record Parcel(
            UUID messageId,
            String to,
            String subject,
            String body,
            String template,
            Map<String, String> values,
            @Nullable Paper paper) {
        Parcel(UUID messageId, String to, String subject, String body, String template, Map<String, String> values) {
            this(messageId, to, subject, body, template, values, null);
        }

        Parcel with(Paper issued) {
            return new Parcel(messageId, to, subject, body, template, values, issued);
        }

        @Override
        public String toString() {
            return "Parcel[" + messageId + "]";
        }
    }

    /** An issued document: its number, the name of the file, the PDF as it was issued. */
    record Paper(String number, String fileName, byte[] pdf) {
        @Override
        public String toString() {
            return "Paper[" + pdf.length + " bytes]";
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
