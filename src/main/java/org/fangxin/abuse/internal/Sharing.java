package org.fangxin.abuse.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.fangxin.abuse.Factor;
import org.fangxin.abuse.Indicator;
import org.fangxin.abuse.store.PersonCases.One;

/** What several names share (Art. 17 (4)). Families, offices and who acts for others share it honestly. Pure. */
enum Sharing {
    PHONE("同一手机号", "像一家人、单位共用电话或者代办", One::samePhone, Thresholds::names),
    ADDRESS("同一通讯地址", "像一家人、同住的人或者代办", One::sameAddress, Thresholds::addressNames);

    private final String what;
    private final String honest;
    private final Predicate<One> shares;
    private final ToIntFunction<Thresholds> from;

    Sharing(String what, String honest, Predicate<One> shares, ToIntFunction<Thresholds> from) {
        this.what = what;
        this.honest = honest;
        this.shares = shares;
        this.from = from;
    }

    Indicator of(List<One> all, Thresholds thresholds) {
        int least = from.applyAsInt(thresholds);
        List<One> sharing = all.stream().filter(shares).toList();
        Map<String, List<One>> byName = sharing.stream().collect(Collectors.groupingBy(One::name));
        long without = without(sharing, byName);
        boolean many = byName.size() >= least;
        String words = "%s %d 天内有 %d 个姓名投诉，共 %d 件。".formatted(what, thresholds.days(), byName.size(), sharing.size());
        String why = many && without < least
                ? "其中 %d 人各有自己的消费（反映的事项不同、交了凭证、已受理或者由受托人代办），%s，不作为因素。".formatted(byName.size() - without, honest)
                : "";
        return new Indicator(
                Factor.SHARED_CONTACT,
                byName.size(),
                least,
                many && without >= least,
                words + why,
                Facts.numbers(sharing));
    }

    /** Somebody whose every complaint is of the own purchase, or of what nobody else here complains of, has a dispute of the own. */
    private static long without(List<One> sharing, Map<String, List<One>> byName) {
        Map<String, Long> namesOfMatter = sharing.stream()
                .collect(Collectors.groupingBy(
                        Facts::matter,
                        Collectors.collectingAndThen(
                                Collectors.mapping(One::name, Collectors.toSet()), names -> (long) names.size())));
        return byName.values().stream()
                .filter(cases -> cases.stream()
                        .anyMatch(one -> !one.shown() && namesOfMatter.getOrDefault(Facts.matter(one), 0L) > 1))
                .count();
    }
}
