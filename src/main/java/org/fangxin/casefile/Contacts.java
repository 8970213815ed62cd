package org.fangxin.casefile;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a party of a case can be reached. For the program's own sending, within the program's own scope. */
public interface Contacts {
    /** What there is to reach somebody by. */
    enum Means {
        MOBILE,
        PHONE,
        EMAIL,
        ADDRESS
    }

    /** In clear, for one sending: never kept, never logged. */
    record Contact(
            String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {
        @Override
        public String toString() {
            return "Contact[…]";
        }
    }

    /** What the party left, without opening any of it; empty for an unknown party. */
    Set<Means> means(String caseNo, String partyId);

    /** The party's contact, opened; empty for an unknown party. */
    Optional<Contact> open(String caseNo, String partyId);
}
