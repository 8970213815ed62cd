package org.fangxin.search.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.fangxin.merchant.NameKeys;
import org.fangxin.problem.Problem;
import org.fangxin.search.Units;

/** What somebody typed into the box: words that must all be there, and phrases in quotes that must be there as they stand. Pure. */
public record Wanted(List<Word> words) {
    private static final int LONGEST = 100;
    private static final int MOST = 10;
    private static final String OPENING = "\"“„「『＂";
    private static final String CLOSING = "\"”“」』＂";

    /**
     * @param text as typed, without the quotes
     * @param phrase whether it was quoted
     */
    public record Word(String text, boolean phrase, List<Units.Unit> units) {
        /** Letters and digits alone, as one. */
        public String plain() {
            return NameKeys.plain(text);
        }

        /** Letters of the alphabet alone: may be pinyin. */
        public boolean letters() {
            return plain().matches("[a-z]{2,}");
        }

        /** May be a number of a case, a submission, a paper or a business. */
        public boolean number() {
            return plain().chars().anyMatch(Character::isDigit);
        }
    }

    /** @throws Problem 422 for nothing, for too much, and for signs alone */
    public static Wanted of(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Z}]", " ")
                .strip();
        if (text.isEmpty()) {
            throw Problem.invalid("q", "required", "请输入要找的内容：案件编号、商家、商品或经过里的字。");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw Problem.invalid("q", "length", "要找的内容最多 100 个字。请只留最要紧的几个词。");
        }
        List<Word> words = new ArrayList<>();
        for (String piece : pieces(text)) {
            boolean phrase = piece.startsWith("\"");
            String plain = phrase ? piece.substring(1) : piece;
            List<Units.Unit> units = Units.of(plain);
            if (!units.isEmpty()) {
                words.add(new Word(plain, phrase, units));
            }
        }
        if (words.isEmpty()) {
            throw Problem.invalid("q", "signs", "只有标点，没有可以找的字。请输入汉字、字母或数字。");
        }
        if (words.size() > MOST) {
            throw Problem.invalid("q", "words", "最多 10 个词。请只留最要紧的几个。");
        }
        return new Wanted(List.copyOf(words));
    }

    /** Pieces between blanks; what is quoted is one piece and begins with a quotation mark. A quote left open ends at the end. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean turns = quoted ? CLOSING.indexOf(c) >= 0 : OPENING.indexOf(c) >= 0;
            if (turns || (c == ' ' && !quoted)) {
                pieces.add(piece.toString());
                piece.setLength(0);
                quoted = turns != quoted;
                if (quoted) {
                    piece.append('"');
                }
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
