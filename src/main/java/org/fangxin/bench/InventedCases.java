package org.fangxin.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fangxin.search.CaseTerms;

/**
 * Cases that are invented from a seed: five years back, counties of very different size, stories of seven to eleven pieces, so that some
 * words stand in nearly every second one and some in hardly any.
 */
final class InventedCases {
    private static final String MARKS =
            "安宝昌辰成诚春达大德东丰福富广贵海航和恒宏华辉惠吉佳嘉建锦金晶久聚康乐利联龙隆茂美民明宁鹏平祺前庆荣瑞润森盛胜顺泰天通同旺祥晓鑫信兴星旭雅阳耀怡颐义亿益逸银盈永友裕元悦云泽展兆正志智中众卓";
    private static final List<String> TRADES =
            List.of("超市", "超市", "便利店", "餐饮店", "服装店", "药店", "手机店", "电器商行", "美容店", "汽车维修部");
    private static final List<String> GOODS = List.of("冰箱", "洗衣机", "羽绒服", "奶粉", "手机", "热水器", "瓷砖", "面膜", "轮胎", "月饼");
    private static final List<String> CLASSES = List.of("101", "103", "117", "127", "131", "134", "141", "114");
    private static final List<String> PIECES = List.of(
            "买回家第二天就坏了",
            "店员当时说七天包换",
            "有发票和付款截图",
            "拨打店里电话没有人接",
            "包装上没有生产日期",
            "标签和实物对不上",
            "多次上门交涉没有结果",
            "说是特价商品概不退换",
            "网上下单门店自提",
            "送货时外箱已经破损",
            "安装师傅另外收了费用",
            "检测报告显示不合格",
            "孩子吃了以后肚子疼",
            "会员卡里还有余额",
            "店铺已经换了招牌",
            "价格比标价贵了三十元",
            "直播间承诺假一赔三",
            "收银小票已经丢失",
            "请求协调处理",
            "要求赔礼道歉",
            "希望尽快答复",
            "商家态度恶劣",
            "屏幕出现亮点",
            "充不进电也开不了机",
            "穿了一次就开线",
            "味道发苦颜色发黑",
            "使用以后皮肤过敏",
            "维修三次仍然不好",
            "说要等厂家寄配件",
            "拖了一个多月",
            "同行的还有两位邻居",
            "照片和视频都保存着");
    private static final int YEARS = 5;

    /** One case with its words. */
    record Invented(
            long id,
            String agency,
            String kind,
            String stage,
            Instant received,
            String goodsCode,
            String goods,
            String merchant,
            String summary,
            String terms) {}

    private final List<String[]> places;
    private final Random random;
    private final Instant now;
    private final int all;

    /** @param places code and name of each county */
    InventedCases(List<String[]> places, long seed, Instant now, int all) {
        this.places = places;
        this.random = new Random(seed);
        this.now = now;
        this.all = all;
    }

    /** Oldest first, as cases come in. */
    List<Invented> next(int from, int count) {
        List<Invented> cases = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            cases.add(one(i));
        }
        return cases;
    }

    private Invented one(int n) {
        String[] place = places.get((int) (places.size() * Math.pow(random.nextDouble(), 3)));
        String merchant = place[1] + mark(2 + random.nextInt(2)) + any(TRADES);
        String goods = any(GOODS);
        Instant received =
                now.minus(Duration.ofDays(365L * YEARS).multipliedBy(all - n).dividedBy(all));
        boolean open = n > all - all / 9;
        String kind = random.nextInt(5) == 0 ? "REPORT" : "COMPLAINT";
        String summary = goods + any(PIECES);
        CaseTerms.Source source = new CaseTerms.Source(
                place[0],
                kind,
                received,
                List.of(merchant),
                any(CLASSES),
                goods,
                summary,
                story(goods),
                List.of(number(place[0], n), "T" + n),
                List.of());
        return new Invented(
                n + 1L,
                place[0],
                kind,
                open ? "RECEIVED" : "CLOSED",
                received,
                String.valueOf(source.goodsCode()),
                goods,
                merchant,
                summary,
                CaseTerms.of(source));
    }

    static String number(String agency, long n) {
        return agency + "-200101-" + n;
    }

    private String story(String goods) {
        StringBuilder story =
                new StringBuilder("在店里买的").append(goods).append(mark(2)).append("牌，");
        int pieces = 7 + random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            story.append(any(PIECES)).append("，");
        }
        story.append(often(45) ? "要求退款。" : "要求更换。");
        story.append(often(11) ? "商家拒绝退款。" : "");
        story.append(often(5) ? "预付卡不退。" : "");
        story.append(random.nextInt(2_000) == 0 ? "电池鼓包冒烟。" : "");
        return story.toString();
    }

    private boolean often(int percent) {
        return random.nextInt(100) < percent;
    }

    private String mark(int characters) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            out.append(MARKS.charAt(random.nextInt(MARKS.length())));
        }
        return out.toString();
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
