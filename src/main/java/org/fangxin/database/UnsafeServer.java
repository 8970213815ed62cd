package org.fangxin.database;

/** The program does not start on a server where an acknowledged case could be lost or read by anyone. */
public final class UnsafeServer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsafeServer(String message) {
        super(message);
    }

    public UnsafeServer(String message, Throwable cause) {
        super(message, cause);
    }
}
