package org.fangxin.backup;

/** A backup or restore that is not done, with the reason in a sentence that says what to do. */
final class BackupRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupRefused(String message) {
        super(message);
    }

    static void raise(String message) {
        throw new BackupRefused(message);
    }

    BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
