package org.fangxin.region.internal;

import org.fangxin.region.Competence.Missing;

/** The facts that may be asked for, in the order in which they are asked. */
enum Question {
    MERCHANT_TYPE("merchant.type", "商家是实体店、电商平台、平台内店铺，还是自建网站/小程序等？"),
    MERCHANT_REGION("merchant.regionCode", "商家实际经营地址或营业执照住所在哪个县区？"),
    PUBLISHED_REGION("merchant.publishedRegionCode", "店铺页面公示的营业执照地址是？没有公示请选“未公示”"),
    PLATFORM_REGION("merchant.platform.regionCode", "平台经营者（公司）住所地？"),
    ACT_REGION("actRegionCode", "被举报的行为发生在哪里？"),
    SELF_PUBLISHED("selfPublishedAd", "广告是商家自己账号发布，还是由他人发布？"),
    AD_PUBLISHER("adPublisherRegionCode", "广告发布者所在地？"),
    ADVERTISER("advertiserRegionCode", "广告主所在地？"),
    RECEIVED_BY("receivedBy", "哪个机关先收到？");

    private final String path;
    private final String words;

    Question(String path, String words) {
        this.path = path;
        this.words = words;
    }

    Missing missing() {
        return new Missing(path, words);
    }
}
