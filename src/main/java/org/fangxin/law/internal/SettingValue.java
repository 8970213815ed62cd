package org.fangxin.law.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fangxin.law.Setting;
import org.jspecify.annotations.Nullable;

/** Whether a value is one that a setting takes. */
public final class SettingValue {
    private SettingValue() {}

    /** What is wrong with the value, in Chinese; empty when nothing is. */
    public static Optional<String> fault(Setting setting, String value) {
        return Optional.ofNullable(
                switch (setting.kind()) {
                    case CHOICE, FLAG -> setting.options().containsKey(value) ? null : "可以选：" + choices(setting) + "。";
                    case LIST -> ofList(setting, value);
                    case NUMBER -> ofNumber(setting, value);
                    case LENGTH ->
                        PromiseLength.parse(value).isPresent() ? null : "请写“长度 单位”，如 20 MINUTE、3 WORKING_DAY；不用请写 OFF。";
                });
    }

    private static @Nullable String ofList(Setting setting, String value) {
        Set<String> chosen = value.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(value.split(",", -1)));
        return setting.options().keySet().containsAll(chosen) ? null : "可以选（逗号隔开）：" + choices(setting) + "。";
    }

    private static @Nullable String ofNumber(Setting setting, String value) {
        Setting.Range range = setting.range() == null ? new Setting.Range(0, 9_999) : setting.range();
        boolean sound = value.matches("[0-9]{1,7}")
                && Integer.parseInt(value) >= range.min()
                && Integer.parseInt(value) <= range.max();
        return sound ? null : "请写 " + range.min() + " 到 " + range.max() + " 之间的整数。";
    }

    private static String choices(Setting setting) {
        return String.join("、", setting.options().keySet());
    }
}
