package org.fangxin.abuse.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fangxin.abuse.Factor;
import org.fangxin.abuse.Indicator;
import org.fangxin.abuse.store.PersonCases.One;

/** How much one person bought of one matter (Art. 17 (1)): what the forms say, or the sentences of the stories. Pure. */
final class Amounts {
    private static final int SENTENCES = 3;

    private Amounts() {}

    private record Counted(One one, Quantity quantity) {}

    /** The largest sum of one matter in one measure; what was bought for many is named and not counted. */
    static Indicator of(List<One> own, Thresholds from) {
        Map<String, List<Counted>> groups = own.stream()
                .flatMap(one -> Quantity.of(one).map(quantity -> new Counted(one, quantity)).stream())
                .collect(Collectors.groupingBy(counted ->
                        Facts.matter(counted.one()) + "\n" + counted.quantity().unit()));
        List<Counted> most = groups.values().stream()
                .max(Comparator.comparingInt(Amounts::sum))
                .orElse(List.of());
        List<Counted> alone =
                most.stream().filter(one -> one.quantity().shared() == null).toList();
        return new Indicator(
                Factor.QUANTITY_ABNORMAL,
                sum(most),
                from.quantity(),
                sum(alone) >= from.quantity(),
                most.isEmpty() ? "投诉里没有写买了多少。" : words(most, from) + why(most, alone, from),
                Facts.numbers(most.stream().map(Counted::one).toList()));
    }

    private static int sum(List<Counted> group) {
        return group.stream().mapToInt(one -> one.quantity().number()).sum();
    }

    private static String words(List<Counted> most, Thresholds from) {
        String said = most.stream()
                .map(one -> one.quantity().sentence())
                .filter(sentence -> !sentence.isEmpty())
                .distinct()
                .limit(SENTENCES)
                .collect(Collectors.joining("”“"));
        return "同一投诉人 %d 天内对同一经营者、同一类商品投诉 %d 件，合计 %d %s。%s"
                .formatted(
                        from.days(),
                        most.size(),
                        sum(most),
                        most.getFirst().quantity().unit(),
                        said.isEmpty() ? "数量是表单里填的。" : "数量取自原话：“" + said + "”。");
    }

    private static String why(List<Counted> most, List<Counted> alone, Thresholds from) {
        if (sum(most) < from.quantity() || sum(alone) >= from.quantity()) {
            return "";
        }
        String shared = most.stream()
                .map(one -> one.quantity().shared())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("、"));
        return "文中提到" + shared + "，像多人合用，不作为因素。";
    }
}
