package org.fangxin.merchant.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.sheet.UnreadableFile;

/** Which column of an extract holds what, by the headings that registries use. */
public final class ExtractColumns {
    /** What a row may say; the first heading is ours, the others are understood too. */
    public enum Column {
        USCC("统一社会信用代码", "信用代码", "社会信用代码", "统一代码"),
        OLD_NUMBER("注册号", "工商注册号", "旧注册号", "营业执照注册号", "登记注册号"),
        NAME("名称", "企业名称", "市场主体名称", "经营主体名称", "主体名称", "字号名称"),
        ALIASES("别名", "曾用名", "字号", "店招", "招牌名称"),
        KIND("类型", "主体类型", "企业类型", "市场主体类型", "经营主体类型"),
        STATUS("登记状态", "经营状态", "状态", "存续状态"),
        ADDRESS("住所", "地址", "经营场所", "住所（经营场所）", "注册地址"),
        REGION("行政区划代码", "区划代码", "行政区划"),
        TRADE("行业", "行业门类", "经营范围", "所属行业"),
        REGISTERED("成立日期", "注册日期", "登记日期"),
        PARENT("所属企业信用代码", "隶属企业信用代码", "总公司信用代码"),
        PLATFORM("平台信用代码", "所在平台信用代码", "平台经营者信用代码");

        private final List<String> headings;

        Column(String... headings) {
            this.headings = List.of(headings);
        }

        String heading() {
            return headings.getFirst();
        }
    }

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);

    /** @throws UnreadableFile when there is no column of names, or neither codes nor old numbers */
    ExtractColumns(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            String heading = header.get(i).strip().replaceAll("[\\s\\uFEFF*]", "");
            for (Column column : Column.values()) {
                if (column.headings.contains(heading)) {
                    places.putIfAbsent(column, i);
                }
            }
        }
        List<String> missing = new ArrayList<>();
        if (!places.containsKey(Column.USCC) && !places.containsKey(Column.OLD_NUMBER)) {
            missing.add("“" + Column.USCC.heading() + "”");
        }
        if (!places.containsKey(Column.NAME)) {
            missing.add("“" + Column.NAME.heading() + "”");
        }
        if (!missing.isEmpty()) {
            throw new UnreadableFile("第一行没有" + String.join("和", missing) + "这一列。请在第一行写上列名再导入。");
        }
    }

    /** Columns that this extract says nothing about. */
    Set<Column> absent() {
        Set<Column> absent = EnumSet.allOf(Column.class);
        absent.removeAll(places.keySet());
        return absent;
    }

    String cell(List<String> cells, Column column) {
        Integer place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }
}
