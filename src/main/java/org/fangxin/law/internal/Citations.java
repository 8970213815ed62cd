package org.fangxin.law.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Articles at the end of a reason, each law named once, and the sentence for a year without an official table. */
final class Citations {
    private Citations() {}

    /** 第二十三条、第二十二条、第四十五条; a promise cites no article of counting. */
    static String of(RuleEntry entry, boolean paused) {
        List<String> articles = new ArrayList<>();
        articles.add(entry.rule().article());
        if (paused && entry.pauseArticle() != null) {
            articles.add(entry.pauseArticle());
        }
        if (entry.counting() != null) {
            articles.add(entry.counting());
        }
        return join(articles.stream().distinct().toList());
    }

    static String provisional(Set<Integer> years) {
        String names = years.stream().sorted().map(year -> year + "年").collect(Collectors.joining("、"));
        return names + "还没有官方放假安排，暂按周末推算（暂定），公布后重算";
    }

    /** Leaves a law's name out when the article before it is of the same law. */
    private static String join(List<String> articles) {
        StringBuilder text = new StringBuilder();
        String before = null;
        for (String article : articles) {
            String law = lawOf(article);
            boolean same = law.equals(before);
            text.append(text.isEmpty() ? "" : "、").append(same ? article.substring(law.length()) : article);
            before = law;
        }
        return text.toString();
    }

    /** 《…》 at the beginning; empty for an article that is cited by its number alone. */
    private static String lawOf(String article) {
        return article.substring(0, article.indexOf('》') + 1);
    }
}
