package org.fangxin.greenchannel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A merchant of the green channel.
 *
 * @param agencyCode the agency that keeps the membership
 * @param uscc 统一社会信用代码, checked
 * @param days its own promise in working days, or null for the agency's
 * @param version counts the changes
 */
public record Member(
        String memberId,
        String agencyCode,
        String regionCode,
        String name,
        List<String> aliases,
        String uscc,
        @Nullable String address,
        @Nullable Contact contact,
        @Nullable Integer days,
        State state,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        long version) {
    /** Whether complaints go to it: PAUSED finishes what it has, LEFT has nothing any more. */
    public enum State {
        JOINED,
        PAUSED,
        LEFT
    }

    /** Whom the agency reaches at the merchant. */
    public record Contact(String name, String phone) {}

    public Member {
        aliases = List.copyOf(aliases);
    }
}
