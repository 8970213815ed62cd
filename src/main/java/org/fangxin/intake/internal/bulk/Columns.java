package org.fangxin.intake.internal.bulk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Phones;
import org.fangxin.cipher.Sm3;
import org.fangxin.merchant.SocialCreditCode;
import org.fangxin.sheet.Dates;
import org.fangxin.sheet.SheetRow;

/**
 * What the columns of a file mean: as somebody settled it, else guessed from their names and values.
 *
 * @param header names of the columns, in the file's order
 * @param meaning one field for each column
 */
public record Columns(List<String> header, List<Field> meaning) {
    /** The two columns that a file of faulty rows has more; it comes back as it is. */
    public static final List<String> FAULT_COLUMNS = List.of("问题（导入）", "怎么改（导入）");

    private static final int MIN_MOSTLY = 3;
    /** Fields that several columns may feed. */
    private static final Set<Field> MANY = EnumSet.of(Field.KEEP, Field.IGNORE);

    public Columns {
        header = List.copyOf(header);
        meaning = List.copyOf(meaning);
    }

    /** Guesses from the header and some rows. */
    public static Columns guess(List<String> header, List<SheetRow> some) {
        Set<Field> used = EnumSet.noneOf(Field.class);
        List<Field> meaning = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Field field = byName(header.get(i));
            field = field == Field.KEEP ? byValues(some, i) : field;
            field = MANY.contains(field) || used.add(field) ? field : Field.KEEP;
            meaning.add(field);
        }
        return new Columns(header, withText(meaning, header, some));
    }

    /** As settled by a person: header → code of a field; columns left out are not read. */
    public static Columns settled(List<String> header, Map<String, String> mapping) {
        return new Columns(
                header,
                header.stream()
                        .map(name ->
                                Field.of(mapping.getOrDefault(name, "ignore")).orElse(Field.IGNORE))
                        .toList());
    }

    /** Header → code, as it is kept and answered. */
    public Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            mapping.put(header.get(i), meaning.get(i).code());
        }
        return mapping;
    }

    /** Recognises files of one kind: their column names, without the two that a file of faulty rows has more. */
    public static String fingerprint(List<String> header) {
        return Sm3.hex(String.join(
                "\u0001",
                header.stream()
                        .filter(name -> !FAULT_COLUMNS.contains(name))
                        .map(Columns::plain)
                        .toList()));
    }

    /** Index of the column that feeds a field, or -1. */
    public int of(Field field) {
        return meaning.indexOf(field);
    }

    private static Field byName(String name) {
        String plain = plain(name);
        for (Field field : Field.values()) {
            if (field.names().stream()
                    .anyMatch(known -> !known.isEmpty() && plain(known).equals(plain))) {
                return field;
            }
        }
        return Field.KEEP;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-*：:（）()]", "");
    }

    private static Field byValues(List<SheetRow> some, int column) {
        int phones = 0;
        int codes = 0;
        int dates = 0;
        int filled = 0;
        for (SheetRow row : some) {
            String value = column < row.cells().size() ? row.cells().get(column).strip() : "";
            if (value.isEmpty()) {
                continue;
            }
            filled++;
            phones += value.matches("1[3-9][0-9]{9}") && Phones.fault(value).isEmpty() ? 1 : 0;
            codes += SocialCreditCode.check(value) == SocialCreditCode.Verdict.RIGHT ? 1 : 0;
            dates += value.length() >= 8 && Dates.read(value).isPresent() ? 1 : 0;
        }
        int most = Math.max(MIN_MOSTLY, filled * 8 / 10);
        if (phones >= most) {
            return Field.PERSON_PHONE;
        }
        if (codes >= most) {
            return Field.MERCHANT_USCC;
        }
        return dates >= most ? Field.OCCURRED_AT : Field.KEEP;
    }

    /** Without a column of text the one with the longest values is it. */
    private static List<Field> withText(List<Field> meaning, List<String> header, List<SheetRow> some) {
        if (meaning.contains(Field.CONTENT)) {
            return meaning;
        }
        int longest = -1;
        int most = 0;
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            int length = some.stream()
                    .mapToInt(row -> column < row.cells().size()
                            ? row.cells().get(column).length()
                            : 0)
                    .sum();
            if (meaning.get(i) == Field.KEEP && length > most) {
                most = length;
                longest = i;
            }
        }
        List<Field> all = new ArrayList<>(meaning);
        if (longest >= 0) {
            all.set(longest, Field.CONTENT);
        }
        return all;
    }
}
