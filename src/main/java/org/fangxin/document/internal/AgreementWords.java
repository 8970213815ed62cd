package org.fangxin.document.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseHistory.Told;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.entry.Entry;

/** What both sides agreed, as a letter of mediation says it: point by point, then what was written besides. */
final class AgreementWords {
    private AgreementWords() {}

    static String of(Facts facts) {
        Told told = facts.last(Entry.AgreementReached.class).orElseThrow();
        Entry.AgreementReached agreed = (Entry.AgreementReached) told.recorded().entry();
        List<String> lines = new ArrayList<>();
        for (Entry.Item item : agreed.items()) {
            lines.add(item.id() + "．" + point(item, told.texts()));
        }
        String besides = told.texts().getOrDefault("terms", "").strip();
        if (!besides.isEmpty()) {
            lines.add(besides);
        }
        return String.join("\n", lines);
    }

    /** E.g. 被投诉人于2026年5月20日前退还货款，金额为人民币160.00元。 */
    private static String point(Entry.Item item, Map<String, String> texts) {
        String who = item.who() == PartyRole.COMPLAINANT ? "投诉人" : "被投诉人";
        String by = item.by() == null ? "" : "于" + ChineseDay.of(item.by()) + "前";
        String sum = item.amount() == null ? "" : "，金额为" + Facts.money(item.amount());
        String what = texts.getOrDefault("items." + item.id(), "").strip().replaceAll("(?<![。；;])[。；;]+$", "");
        return who + by + what + sum + "。";
    }
}
