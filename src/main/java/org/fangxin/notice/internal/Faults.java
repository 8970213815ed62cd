package org.fangxin.notice.internal;

import java.util.Map;

/** Why a message did not go, in words that say what to do. */
public final class Faults {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("NO_ADDRESS", "没有可用的联系方式。请换一种方式告知。"),
            Map.entry("NOT_MOBILE", "不是手机号，发不了短信。请打电话告知。"),
            Map.entry("BAD_ADDRESS", "邮箱写法不对。请换一种方式告知。"),
            Map.entry("RETURNED", "被退回。请换一种方式告知。"),
            Map.entry("BOUNCED", "邮件被对方服务器退回。请换一种方式告知。"),
            Map.entry("UNDELIVERED", "短信没有送到手机。请打电话告知。"),
            Map.entry("NO_ANSWER", "试了多次，每次都没有等到结果。请换一种方式告知；先看看对方是不是已经收到。"),
            Map.entry("CHANNEL_OFF", "渠道没有接通。请换一种方式，或者请系统管理员检查设置。"),
            Map.entry("SMTP_LOGIN", "登录不了邮件服务器。请系统管理员检查账号设置。"),
            Map.entry("SMS_TIMEOUT", "短信网关没有回答，不知道发出没有。"),
            Map.entry("RESTORED", "数据从备份恢复过，这一件可能已经发出。请先问清楚，没有告知的再发一次。"),
            Map.entry("EXPIRED", "已过有效时间，没有再发。"));

    private Faults() {}

    /** A sentence for a code. */
    public static String text(String code) {
        String known = KNOWN.get(code);
        if (known != null) {
            return known;
        }
        if (code.startsWith("SMTP_5") || code.startsWith("SMS_4")) {
            return "对方服务器拒收（" + code + "）。请换一种方式告知。";
        }
        if (code.startsWith("RECORD_")) {
            return "已发出，但没能记入案件（" + code + "）。请用“记录告知”补记。";
        }
        return "没有发出（" + code + "）。可以重试，或者换一种方式告知。";
    }
}
