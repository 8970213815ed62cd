package org.fangxin.authorisation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * One call of the program: who may make it, and a request by which that is tried.
 *
 * @param call method, path and, where several share them, media type: as the program's own mapping names it
 * @param roles one of these is needed; empty for none
 * @param path the request's path and query; {@code {caseNo}} and the like stand for planted things
 * @param body what is sent; null for nothing
 * @param type the body's media type
 * @param unusual the status of an answer that says by itself what otherwise a refusal says; 0 for none
 * @param note what the table says beside
 */
record Door(
        String call,
        Set<Role> roles,
        Reach reach,
        String path,
        @Nullable String body,
        String type,
        int unusual,
        String note) {
    private static final String JSON = "application/json";
    private static final String NEWEST = "on the newest version";
    private static final String FILE = "multipart/form-data";

    static Door of(String call, Reach reach, Role... roles) {
        Set<Role> needed = roles.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(roles));
        return new Door(call, needed, reach, call.split(" ")[1], null, JSON, 0, "");
    }

    Door at(String path) {
        return new Door(call, roles, reach, path, body, type, unusual, note);
    }

    Door sending(String json) {
        return new Door(call, roles, reach, path, json, JSON, unusual, note);
    }

    Door sendingText(String text) {
        return new Door(call, roles, reach, path, text, "text/plain;charset=UTF-8", unusual, note);
    }

    /** @param content what is in the part {@code file} */
    Door sendingFile(String content) {
        return new Door(call, roles, reach, path, content, FILE, unusual, note);
    }

    Door saying(int status) {
        return new Door(call, roles, reach, path, body, type, status, note);
    }

    Door noted(String words) {
        return new Door(call, roles, reach, path, body, type, unusual, words);
    }

    /** On the case as it is now, whatever its version. */
    Door onTheNewest() {
        return new Door(call, roles, reach, path, body, type, unusual, NEWEST);
    }

    /** A version that is long over, so that an act tried by the matrix changes nothing. */
    String version() {
        return note.equals(NEWEST) ? "*" : "\"0\"";
    }

    String method() {
        return call.split(" ")[0];
    }

    boolean sendsFile() {
        return type.equals(FILE);
    }

    boolean writes() {
        return !method().equals("GET");
    }

    /** Of a case: tried with a complaint and with a report. */
    boolean ofCase() {
        return reach == Reach.CASE || reach == Reach.IN_CHARGE || reach == Reach.REPORT;
    }

    /** The second column of the table. */
    String who() {
        String names = roles.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
        boolean plain = reach == Reach.EVERYBODY || reach == Reach.SIGNED_IN || reach == Reach.NOBODY;
        return names.isEmpty() ? reach.words() : plain ? names : names + "; " + reach.words();
    }
}
