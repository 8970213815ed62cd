package org.fangxin.abuse.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fangxin.abuse.Factor;
import org.fangxin.abuse.Indicator;
import org.fangxin.abuse.store.PersonCases.One;

/**
 * Counts the factors of Art. 17 that the data holds. Collusion of several people is in no data, and is not guessed. Pure.
 */
final class Facts {
    private Facts() {}

    /** @param all complaints of the complainants and of whoever uses the same telephone, newest first */
    static List<Indicator> of(List<One> all, Thresholds from) {
        List<One> own = all.stream().filter(One::samePerson).toList();
        return List.of(
                merchants(own, from),
                Amounts.of(own, from),
                sameMatter(own, from),
                Sharing.PHONE.of(all, from),
                Sharing.ADDRESS.of(all, from));
    }

    private static Indicator merchants(List<One> own, Thresholds from) {
        long merchants = own.stream().map(One::merchant).distinct().count();
        boolean reached = merchants >= from.merchants();
        String words = "同一投诉人 %d 天内投诉 %d 件，涉及 %d 家经营者。".formatted(from.days(), own.size(), merchants);
        return new Indicator(Factor.QUANTITY_ABNORMAL, (int) merchants, from.merchants(), reached, words, numbers(own));
    }

    private static Indicator sameMatter(List<One> own, Thresholds from) {
        Map<String, List<One>> byMatter = own.stream().collect(Collectors.groupingBy(Facts::matter));
        List<One> most = byMatter.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        long unshown = most.stream().filter(Predicate.not(One::shown)).count();
        boolean many = most.size() >= from.sameMatter();
        String words = "同一投诉人 %d 天内对同一经营者、同一类商品或者问题投诉 %d 件。".formatted(from.days(), most.size());
        String why = many && unshown < from.sameMatter()
                ? "其中 %d 件交了凭证、已受理或者由受托人代办，各有自己的消费，不作为因素。".formatted(most.size() - unshown)
                : "";
        return new Indicator(
                Factor.MASSED_OR_COLLUSIVE,
                most.size(),
                from.sameMatter(),
                unshown >= from.sameMatter(),
                words + why,
                numbers(most));
    }

    /** One business, one class of goods or, where that is not known, one kind of problem. */
    static String matter(One one) {
        String what = one.goods() == null ? String.valueOf(one.problem()) : one.goods();
        return one.merchant() + "\n" + what;
    }

    static List<String> numbers(List<One> cases) {
        return cases.stream().map(One::caseNo).distinct().toList();
    }
}
