package org.fangxin.abuse.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fangxin.abuse.store.PersonCases.One;
import org.jspecify.annotations.Nullable;

/**
 * How much was bought, as the form says it, or else as the story's own words do. Pure.
 *
 * @param unit the measure word; 件 for the form's figure, which has none
 * @param sentence the words that say so, for a person to judge; empty when the form says it
 * @param shared the word by which it was bought for many, e.g. 婚宴; null when there is none
 */
record Quantity(
        String caseNo,
        int number,
        String unit,
        String sentence,
        @Nullable String shared) {
    private static final Pattern OF_FORM = Pattern.compile("数量 ?(\\d{1,6})(?:，|$)");
    private static final Pattern BOUGHT =
            Pattern.compile("(?:买|购|订|下单|拍)[^。！？；\\n，]{0,12}?(?<![.\\d])(\\d{1,5})(?![.\\d])\\s?"
                    + "(盒|瓶|袋|件|箱|包|罐|支|条|个|斤|公斤|份|桶|台|双|套|只|提|板|单)");
    private static final Pattern MANY = Pattern.compile("婚宴|喜宴|寿宴|满月酒|酒席|宴席|年货|团购|拼单|合买|凑单|亲戚|邻居|同事|全班|全村|工友|捐");
    private static final int LONGEST = 60;

    static Optional<Quantity> of(One one) {
        String detail = one.goodsDetail() == null ? "" : one.goodsDetail();
        Matcher form = OF_FORM.matcher(detail);
        Matcher many = MANY.matcher(one.story());
        String shared = many.find() ? many.group() : null;
        if (form.find()) {
            return Optional.of(new Quantity(one.caseNo(), Integer.parseInt(form.group(1)), "件", "", shared));
        }
        return inWords(one, shared);
    }

    /** The largest figure that stands behind a word of buying. */
    private static Optional<Quantity> inWords(One one, @Nullable String shared) {
        Matcher bought = BOUGHT.matcher(one.story());
        Quantity largest = null;
        while (bought.find()) {
            int number = Integer.parseInt(bought.group(1));
            if (largest == null || number > largest.number()) {
                String sentence = sentence(one.story(), bought.start(), bought.end());
                largest = new Quantity(one.caseNo(), number, bought.group(2), sentence, shared);
            }
        }
        return Optional.ofNullable(largest);
    }

    private static String sentence(String story, int from, int to) {
        int begin = from;
        while (begin > 0 && "。！？；\n".indexOf(story.charAt(begin - 1)) < 0 && to - begin < LONGEST) {
            begin--;
        }
        int end = to;
        while (end < story.length() && "。！？；\n".indexOf(story.charAt(end)) < 0 && end - begin < LONGEST) {
            end++;
        }
        return story.substring(begin, end).strip();
    }
}
