package org.fangxin.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.fangxin.casefile.Kind;
import org.fangxin.demo.store.Progress;
import org.fangxin.greenchannel.GreenBeginnings;
import org.fangxin.greenchannel.Line.Proposal;
import org.fangxin.greenchannel.Line.Remedy;
import org.fangxin.greenchannel.Member;
import org.fangxin.intake.GreenMembers;
import org.fangxin.intake.Origin;
import org.fangxin.intake.Receipt;
import org.fangxin.intake.SubmissionForm;
import org.fangxin.intake.Submit;
import org.springframework.stereotype.Component;

/** Two member merchants of the demo with an account each, and complaints with them in every state of the channel. */
@Component
class GreenStreet {
    /** The member that the demo's older stories name. */
    static final String SUPERMARKET = "LSTD-0001";

    private static final String APPLIANCES = "LSTD-0002";
    private static final String SUPERMARKET_CODE = "91620823MADEMK001E";
    private static final String APPLIANCES_CODE = "91620823MADEMK002H";
    private static final String COUNTY = "620823";

    /** Who signs in for a merchant. */
    record Keeper(String username, String displayName, Shop shop) {}

    static final List<Keeper> KEEPERS = List.of(
            new Keeper("chaoshi", "样例超市店长", Shop.SUPERMARKET), new Keeper("jiadian", "样例家电店长", Shop.APPLIANCES));

    private final GreenBeginnings beginnings;
    private final GreenMembers members;
    private final Submit submit;
    private final Progress progress;
    private final InstantSource clock;

    GreenStreet(
            GreenBeginnings beginnings, GreenMembers members, Submit submit, Progress progress, InstantSource clock) {
        this.beginnings = beginnings;
        this.members = members;
        this.submit = submit;
        this.progress = progress;
        this.clock = clock;
    }

    /** All of it or nothing, in the running transaction; nothing when it is there. */
    void make() {
        if (progress.story("green-waiting").isPresent()) {
            return;
        }
        join(SUPERMARKET, Shop.SUPERMARKET, SUPERMARKET_CODE, null);
        join(APPLIANCES, Shop.APPLIANCES, APPLIANCES_CODE, 5);
        Keeper first = KEEPERS.getFirst();
        Keeper second = KEEPERS.getLast();
        beginnings.open(SUPERMARKET, first.username(), first.displayName(), Account.PASSWORD);
        String keeper = beginnings.open(APPLIANCES, second.username(), second.displayName(), Account.PASSWORD);

        complain("green-waiting", Shop.SUPERMARKET, SUPERMARKET_CODE, 71, "买的保温杯第二天漏水，要求换一个。", "39.00", "EXCHANGE");
        complain("green-new", Shop.APPLIANCES, APPLIANCES_CODE, 72, "洗衣机脱水时响得厉害，要求上门修理。", "1280.00", "REPAIR");
        String offered =
                complain("green-offered", Shop.APPLIANCES, APPLIANCES_CODE, 73, "电饭煲内胆掉漆，要求退款。", "268.00", "REFUND");
        beginnings.merchantSays(offered, keeper, "您好，请发一张内胆的照片给我们看看。");
        beginnings.consumerSays(offered, "底部掉了一块，手机拍不清楚，可以拿到店里看。");
        beginnings.proposes(offered, keeper, new Proposal(Remedy.EXCHANGE, null, null), "可以免费换新内胆。");
        String settled =
                complain("green-agreed", Shop.APPLIANCES, APPLIANCES_CODE, 74, "电水壶不通电，要求退款。", "99.00", "REFUND");
        beginnings.proposes(settled, keeper, new Proposal(Remedy.REFUND, new BigDecimal("99.00"), null), "今天原路退款。");
        beginnings.accepts(settled, 1);
        String passed = complain(
                "green-passed", Shop.APPLIANCES, APPLIANCES_CODE, 75, "电视机花屏，店里只肯修，要求退货。", "2999.00", "REFUND");
        beginnings.proposes(passed, keeper, new Proposal(Remedy.REPAIR, null, null), "先上门修一次。");
        beginnings.escalates(passed, "已经修过两次，不再修了。");
        String declined = complain(
                "green-declined", Shop.APPLIANCES, APPLIANCES_CODE, 76, "空调安装费没有事先说明，要求退还。", "200.00", "REFUND");
        beginnings.declines(declined, keeper, "安装费是安装公司收的，本店退不了。");
    }

    private void join(String memberId, Shop shop, String uscc, @org.jspecify.annotations.Nullable Integer days) {
        Instant now = clock.instant();
        beginnings.join(new Member(
                memberId,
                COUNTY,
                COUNTY,
                shop.label(),
                List.of(),
                uscc,
                shop.address(),
                new Member.Contact("样例店长", shop.phone()),
                days,
                Member.State.JOINED,
                now.atZone(When.ZONE).toLocalDate(),
                null,
                1));
    }

    private String complain(
            String key, Shop shop, String uscc, int visitor, String content, String amount, String demand) {
        String version = members.find(uscc, shop.label(), COUNTY).orElseThrow().textVersion();
        Receipt receipt = submit.submit(
                new SubmissionForm(
                        "WEB",
                        List.of(Kind.COMPLAINT.name()),
                        person(visitor),
                        merchant(shop, uscc),
                        content,
                        List.of(demand),
                        amount,
                        null,
                        null,
                        null,
                        List.of(),
                        new SubmissionForm.Consents(true, false, true, version, false),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                Origin.PUBLIC);
        String caseNo = receipt.cases().getFirst().caseNo();
        progress.open(key, new Progress.Told(caseNo, null, 0, receipt.submissionNo(), receipt.trackingCode()));
        return caseNo;
    }

    private static SubmissionForm.Person person(int number) {
        return new SubmissionForm.Person(
                "林样例", Visitor.phone(number), null, "甘肃省平凉市崇信县锦屏镇样例街" + number + "号", null, false, null);
    }

    private static SubmissionForm.Merchant merchant(Shop shop, String uscc) {
        return new SubmissionForm.Merchant(
                shop.label(), uscc, shop.address(), shop.region(), "SHOP", null, shop.phone(), null, null, null, null);
    }
}
