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
        return List.of(merchants(own, from), sameMatter(own, from), names(all, from));
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

    private static Indicator names(List<One> all, Thresholds from) {
        List<One> phone = all.stream().filter(One::samePhone).toList();
        Map<String, List<One>> byName = phone.stream().collect(Collectors.groupingBy(One::name));
        Map<String, Long> namesOfMatter = phone.stream()
                .collect(Collectors.groupingBy(
                        Facts::matter,
                        Collectors.collectingAndThen(
                                Collectors.mapping(One::name, Collectors.toSet()), names -> (long) names.size())));
        // somebody whose every complaint is of the own purchase, or of what nobody else on this phone complains of, has
        // a
        // dispute of the own
        long without = byName.values().stream()
                .filter(cases ->
                        cases.stream().anyMatch(one -> !one.shown() && namesOfMatter.getOrDefault(matter(one), 0L) > 1))
                .count();
        boolean many = byName.size() >= from.names();
        String words = "同一手机号 %d 天内有 %d 个姓名投诉，共 %d 件。".formatted(from.days(), byName.size(), phone.size());
        String why = many && without < from.names()
                ? "其中 %d 人各有自己的消费（反映的事项不同、交了凭证、已受理或者由受托人代办），像一家人、单位共用电话或者代办，不作为因素。".formatted(byName.size() - without)
                : "";
        return new Indicator(
                Factor.SHARED_CONTACT,
                byName.size(),
                from.names(),
                many && without >= from.names(),
                words + why,
                numbers(phone));
    }

    /** One business, one class of goods or, where that is not known, one kind of problem. */
    private static String matter(One one) {
        String what = one.goods() == null ? String.valueOf(one.problem()) : one.goods();
        return one.merchant() + "\n" + what;
    }

    private static List<String> numbers(List<One> cases) {
        return cases.stream().map(One::caseNo).distinct().toList();
    }
}
