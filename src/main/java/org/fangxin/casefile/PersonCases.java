package org.fangxin.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person brought, found by the whole telephone or ID number or by one of his own seats; within the thread's scope.
 * Reports are never among them: who reported lies in the vault, and a look at a person may not tell that there is one (Art. 37).
 */
public interface PersonCases {
    /** How a person is known: by the number itself, or as this party of this case, without anybody reading the number. */
    sealed interface Key {
        record Phone(String number) implements Key {}

        record IdNumber(String number) implements Key {}

        record Seat(String caseNo, String partyId) implements Key {}
    }

    /** A case and what the person is in it; name and phone masked. */
    record Part(
            String caseNo,
            PartyRole role,
            String name,
            @Nullable String phone,
            Instant receivedAt) {}

    /** The newest first; empty when nothing is there or may be seen. */
    List<Part> of(Key key, int limit);
}
