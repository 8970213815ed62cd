package org.fangxin.field;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cases outside the house on one device.
 *
 * @param ended how it ended before its time; null while it runs or when it ran out by itself
 * @param count how many cases were taken, as far as the reader may know
 */
public record FieldPass(
        UUID id,
        String agency,
        String person,
        Instant takenAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable Ending ended,
        long count) {

    /** How a pass ends before its time. */
    public enum Ending {
        /** Brought back: everything is sent. */
        HANDED_IN,
        /** Signed out on the device. */
        SIGNED_OUT,
        /** Too many wrong PINs. */
        WRONG_PIN,
        /** The device is lost: the key is gone for good. */
        REVOKED
    }

    public boolean live(Instant now) {
        return ended == null && now.isBefore(expiresAt);
    }
}
