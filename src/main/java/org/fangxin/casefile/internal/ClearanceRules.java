package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Option;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.LeavingWords;
import org.fangxin.casefile.LeavingWords.Leak;
import org.fangxin.casefile.RespondentView.Channel;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/**
 * What the respondent gets to see of a complaint (Art. 37, last clause): the officer in charge writes and confirms it
 * before it leaves, and may do so again; the last confirmation holds.
 */
final class ClearanceRules {
    private static final String ARTICLE = "第三十七条";

    /** How the complainant is named. */
    enum NameShown {
        SURNAME,
        FULL
    }

    /** The texts that the respondent reads, with what they are called. */
    private static final Map<String, String> WORDS =
            Map.of("dispute", "争议经过", "goods", "商品或者服务", "orderNo", "订单号", "place", "购买地点");

    static final ActRule CLEAR = act(Act.CLEAR_FOR_RESPONDENT)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER)
            .from(Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING)
            .law(ARTICLE)
            .effect("受理以后，商家、不承办本件的调解人员和受委托组织只看得到这里核定的内容；可以重新核定，以最后一次为准。")
            .with(
                    FieldSpec.of("dispute", "争议经过", Type.TEXT, true).hinted("用自己的话写，只写调解需要的；不写身份证号、电话、邮箱，不写举报的内容。"),
                    FieldSpec.of("goods", "商品或者服务", Type.TEXT, false).hinted("不填就用登记的商品名称。"),
                    FieldSpec.of("orderNo", "订单号", Type.TEXT, false),
                    FieldSpec.of("purchasedOn", "购买日期", Type.DATE, false),
                    FieldSpec.of("place", "购买地点", Type.TEXT, false),
                    FieldSpec.choice(
                                    "nameShown",
                                    "投诉人的姓名",
                                    Type.CODE,
                                    false,
                                    new Option("SURNAME", "只给姓", ARTICLE),
                                    new Option("FULL", "给全名：查购买记录要用", ARTICLE))
                            .hinted("不选就只给姓。"),
                    FieldSpec.of("files", "可以给商家看的购买凭证", Type.FILES, false).hinted("一个一个看过再选；没有选的商家看不到。"),
                    FieldSpec.choice("contact", "怎样联系投诉人", Type.CODE, true, channels()),
                    FieldSpec.of("contactText", "联系号码", Type.TEXT, false).hinted("由机关转达的，写机关电话；中间号码写号码。"),
                    FieldSpec.of("contactConsent", "投诉人同意给商家本人的电话或者地址", Type.BOOLEAN, false))
            .check(ClearanceRules::named)
            .check(ClearanceRules::reached)
            .check(ClearanceRules::silent)
            .then(ClearanceRules::cleared);

    static final List<ActRule> ALL = List.of(CLEAR);

    private ClearanceRules() {}

    private static Option[] channels() {
        return java.util.stream.Stream.of(Channel.values())
                .map(channel -> new Option(channel.name(), channel.chinese(), channel.own() ? ARTICLE : null))
                .toArray(Option[]::new);
    }

    /** A full name only where a purchase is traced by it, and where the agency allows it at all (7-31). */
    private static Optional<Decision.Refused> named(CaseState state, Command command, World world) {
        boolean full = command.fields().code("nameShown", NameShown.class).orElse(NameShown.SURNAME) == NameShown.FULL;
        boolean surnameOnly = Choices.of(world, "respondent.complainantName", "SURNAME_UNLESS_TRACED")
                .equals("SURNAME");
        return Refusing.when(full && surnameOnly, "SURNAME_ONLY", "本机关设置只给商家投诉人的姓。请选“只给姓”。", ARTICLE);
    }

    private static Optional<Decision.Refused> reached(CaseState state, Command command, World world) {
        Channel channel = command.fields().needCode("contact", Channel.class, "怎样联系投诉人");
        if (channel == Channel.RELAY && !command.fields().has("contactText")) {
            throw Fields.missing("contactText", "联系号码");
        }
        if (channel.own() && command.fields().has("contactText")) {
            throw new Fields.Faulty("contactText", "not-needed", "用登记的电话或者地址，这里不用填。");
        }
        return Refusing.when(
                channel.own() && !command.fields().yes("contactConsent"),
                "CONTACT_CONSENT",
                "投诉人本人的电话和地址，要本人同意才能给商家。请先征求同意，或者选由机关转达、中间号码。",
                ARTICLE);
    }

    /** No report, and nothing personal that the whitelist does not have, slips out in free text. */
    private static Optional<Decision.Refused> silent(CaseState state, Command command, World world) {
        for (String field : List.of("dispute", "goods", "orderNo", "place")) {
            String text = command.fields().text(field).orElse("");
            String label = WORDS.getOrDefault(field, field);
            Optional<Leak> leak = field.equals("orderNo") ? LeavingWords.leakOfOrder(text) : LeavingWords.leak(text);
            if (leak.equals(Optional.of(Leak.REPORT))) {
                return Refusing.when(true, "REPORT", Leak.REPORT.of(label), ARTICLE);
            }
            if (leak.isPresent()) {
                throw new Fields.Faulty(field, "personal", Leak.PERSONAL.of(label));
            }
        }
        return Optional.empty();
    }

    private static Decision cleared(CaseState state, Command command, World world) {
        Fields fields = command.fields();
        fields.need("dispute", "争议经过");
        fields.date("purchasedOn")
                .filter(day -> day.isAfter(Dates.day(command.now())))
                .ifPresent(future -> {
                    throw new Fields.Faulty("purchasedOn", "future", "购买日期不能晚于今天。");
                });
        return Decision.taken(new Entry.RespondentCleared(
                fields.code("nameShown", NameShown.class)
                        .orElse(NameShown.SURNAME)
                        .name(),
                fields.strings("files").stream().distinct().toList(),
                fields.needCode("contact", Channel.class, "怎样联系投诉人").name(),
                fields.date("purchasedOn").orElse(null)));
    }
}
