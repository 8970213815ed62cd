package org.fangxin.intake.internal.form;

import java.util.regex.Pattern;
import org.fangxin.casefile.PersonalData;
import org.jspecify.annotations.Nullable;

/** Short texts as people type them: full-width letters, stray blanks, control characters. */
public final class Texts {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}&&[^\\n\\t]]");

    private Texts() {}

    /** One line: full-width digits and letters made ordinary, blanks joined, controls dropped; null when nothing is left. */
    public static @Nullable String line(@Nullable String typed) {
        return PersonalData.line(typed);
    }

    /** A story: line breaks stay, other control characters go; empty when nothing is left. */
    public static String story(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        return UNSEEN.matcher(typed.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip();
    }

    /** Characters as a reader counts them. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first {@code most} characters. */
    public static String cut(String text, int most) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }
}
