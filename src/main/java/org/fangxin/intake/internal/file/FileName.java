package org.fangxin.intake.internal.file;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A name to show and to save under: never part of a path of ours, its ending that of the content. */
public final class FileName {
    private static final int LONGEST = 80;

    private FileName() {}

    /** As people sent it, without folders, controls and characters that file systems or headers trip over. */
    public static String shown(@Nullable String sent) {
        String name = sent == null ? "" : Normalizer.normalize(sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*'`%;&]", "").replaceAll("^[.\\s]+|[.\\s]+$", "");
        return name.isEmpty() ? "文件" : cut(name);
    }

    /** The shown name with the ending that the content has. */
    public static String safe(@Nullable String sent, FileType type) {
        String name = shown(sent);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 && name.length() - dot <= 6 ? name.substring(0, dot) : name;
        return cut(stem) + '.' + type.extension();
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST));
    }
}
