package org.fangxin.demo;

/** Invented businesses; each carries the word 样例. */
enum Shop {
    APPLIANCES("样例家电商场", "锦屏镇西街样例路1号", "620823", 1),
    SUPERMARKET("样例生活超市", "锦屏镇东街样例路22号", "620823", 2),
    RESTAURANT("样例牛肉面馆", "锦屏镇样例广场3号", "620823", 3),
    BEAUTY("样例美容养生馆", "锦屏镇样例路45号二层", "620823", 4),
    FURNITURE("样例家具城", "锦屏镇样例工业路6号", "620823", 5),
    PHONES("样例通讯手机店", "锦屏镇中街样例路77号", "620823", 6),
    MOTORS("样例电动车行", "新窑镇样例街8号", "620823", 7),
    PHARMACY("样例大药房", "黄寨镇样例街9号", "620823", 8),
    FARM_INPUTS("样例农资经营部", "柏树镇样例村10号", "620823", 9),
    GYM("样例健身俱乐部", "锦屏镇样例路111号", "620823", 10),
    TOYS("样例母婴用品店", "锦屏镇样例路12号", "620823", 11),
    TUTORING("样例课外辅导中心", "锦屏镇样例路130号", "620823", 12),
    LINGTAI_MALL("样例灵台百货", "中台镇样例街14号", "620822", 13),
    ELSEWHERE("样例西安食品厂", "样例工业园15号", "610113", 14);

    private static final int PHONES_FROM = 9_000;

    private final String label;
    private final String address;
    private final String region;
    private final int number;

    Shop(String label, String address, String region, int number) {
        this.label = label;
        this.address = address;
        this.region = region;
        this.number = number;
    }

    String label() {
        return label;
    }

    String address() {
        return address;
    }

    String region() {
        return region;
    }

    String phone() {
        return Visitor.phone(PHONES_FROM + number);
    }
}
