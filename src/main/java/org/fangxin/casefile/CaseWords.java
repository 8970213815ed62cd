package org.fangxin.casefile;

import java.util.Map;

/** Chinese words of the codes that a narrative holds, for papers and tables. */
public final class CaseWords {
    private static final Map<String, String> DEMANDS = Map.of(
            "REFUND", "退款",
            "EXCHANGE", "更换",
            "REPAIR", "修理",
            "COMPENSATION", "赔偿",
            "REDO", "重作",
            "APOLOGY", "道歉",
            "OTHER", "其他");
    private static final Map<String, String> CHANNELS = Map.of(
            "WEB",
            "网页",
            "PHONE",
            "12315热线",
            "WINDOW",
            "窗口",
            "LETTER",
            "来信",
            "TRANSFER",
            "其他部门转来",
            "INSPECTION",
            "检查发现",
            "IMPORT",
            "批量导入");

    private CaseWords() {}

    /** What the complainant asks for; an unknown code as it is. */
    public static String demand(String code) {
        return DEMANDS.getOrDefault(code, code);
    }

    /** How it came in; an unknown code as it is. */
    public static String channel(String code) {
        return CHANNELS.getOrDefault(code, code);
    }
}
