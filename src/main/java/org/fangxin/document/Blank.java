package org.fangxin.document;

/**
 * What an officer may write on a form himself.
 *
 * @param name key of the request
 * @param label what it is called; also its placeholder in the Word template
 * @param value what the case already says, or empty
 * @param required whether the form may not be issued without it
 * @param lines whether it may hold several paragraphs
 * @param hint what belongs there; may be empty
 */
public record Blank(String name, String label, String value, boolean required, boolean lines, String hint) {
    public static Blank line(String name, String label, String value) {
        return new Blank(name, label, value, true, false, "");
    }

    public static Blank story(String name, String label, String value) {
        return new Blank(name, label, value, true, true, "");
    }

    public Blank optional() {
        return new Blank(name, label, value, false, lines, hint);
    }

    public Blank hinted(String words) {
        return new Blank(name, label, value, required, lines, words);
    }

    public Blank with(String typed) {
        return new Blank(name, label, typed, required, lines, hint);
    }
}
