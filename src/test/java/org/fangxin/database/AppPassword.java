package org.fangxin.database;

/** The password of the application's role, as the program itself makes it from the owner's. */
public final class AppPassword {
    private AppPassword() {}

    public static String from(String owners) {
        return Secrets.derived(owners, Server.APP_ROLE);
    }
}
