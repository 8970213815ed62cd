package org.fangxin.intake.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of the complaint part of material that also reports a breach: nothing in it tells that there is a report
 * (Art. 9, 37). Whole sentences that only accuse are left out, then clauses, at last words; the full text stays with the
 * report.
 */
public final class TextSplit {
    private static final Pattern ACCUSES = Pattern.compile("举报|检举|揭发|告发|查处|处罚|立案|取缔|吊销|严查|彻查|严惩");
    private static final Pattern ACCUSING_WORDS =
            Pattern.compile("(?:(?:并且|并|同时|以及|和|及|、|也|还)?(?:实名|匿名|依法|严肃|严厉|予以|给予|请求|要求|请|进行|行政){0,3})?"
                    + "(?:举报|检举|揭发|告发|查处|处罚|立案|取缔|吊销|严查|彻查|严惩)(?:人|信|件)?");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？!?；;\\n])");
    private static final Pattern CLAUSE_END = Pattern.compile("(?<=[，,、：:])");
    private static final int LEAST = 10;

    private TextSplit() {}

    /** What the complaint's file may hold of this text. */
    public static String complaintPart(String text) {
        if (!accuses(text)) {
            return text;
        }
        String sentences = without(text, SENTENCE_END);
        if (enough(sentences, text)) {
            return sentences;
        }
        String clauses = without(text, Pattern.compile(SENTENCE_END + "|" + CLAUSE_END));
        return enough(clauses, text) ? clauses : withoutWords(text);
    }

    /** Whether the text tells that somebody is being reported. */
    public static boolean accuses(String text) {
        return ACCUSES.matcher(text).find();
    }

    private static boolean enough(String part, String whole) {
        return part.codePointCount(0, part.length()) >= Math.min(LEAST, whole.length() / 2);
    }

    private static String without(String text, Pattern end) {
        List<String> kept = new ArrayList<>(Arrays.asList(end.split(text)));
        kept.removeIf(TextSplit::accuses);
        return String.join("", kept).replaceAll("[，,、：:]$", "。").strip();
    }

    private static String withoutWords(String text) {
        String rest = ACCUSING_WORDS.matcher(text).replaceAll("").replaceAll("([，。；！])[，。；！]+", "$1");
        return rest.replaceAll("^[，。；！、]+", "").strip();
    }
}
