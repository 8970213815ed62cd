package org.fangxin.bench;

import java.util.List;
import java.util.Random;

/** Words of invented stories: seven to eleven pieces, so that some words stand in nearly every second one and some in hardly any. */
final class InventedWords {
    private static final String MARKS =
            "安宝昌辰成诚春达大德东丰福富广贵海航和恒宏华辉惠吉佳嘉建锦金晶久聚康乐利联龙隆茂美民明宁鹏平祺前庆荣瑞润森盛胜顺泰天通同旺祥晓鑫信兴星旭雅阳耀怡颐义亿益逸银盈永友裕元悦云泽展兆正志智中众卓";
    private static final List<String> TRADES =
            List.of("超市", "超市", "便利店", "餐饮店", "服装店", "药店", "手机店", "电器商行", "美容店", "汽车维修部");
    private static final List<String> GOODS = List.of("冰箱", "洗衣机", "羽绒服", "奶粉", "手机", "热水器", "瓷砖", "面膜", "轮胎", "月饼");
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

    private final Random random;

    InventedWords(Random random) {
        this.random = random;
    }

    String goods() {
        return any(GOODS);
    }

    String piece() {
        return any(PIECES);
    }

    String shop(String place) {
        return place + mark(2 + random.nextInt(2)) + any(TRADES);
    }

    String story(String goods) {
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

    String mark(int characters) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            out.append(MARKS.charAt(random.nextInt(MARKS.length())));
        }
        return out.toString();
    }

    String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
