package org.fangxin.rapid.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.store.ShiftStore.Shift;
import org.fangxin.sheet.Dates;
import org.fangxin.sheet.Sheet;
import org.fangxin.sheet.SheetRow;
import org.springframework.stereotype.Component;

/**
 * A roster out of a file: one shift a row. A row that is right is a shift at once; of each other one its number, its words and
 * what is wrong with it are told, so that it can be put right and given again. What stands there already is left as it is.
 */
@Component
public class RosterImport {
    private static final int MOST = 1_000;
    private static final int LONGEST = 30;
    private static final int SECONDS = 86_400;
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})\\s*[:时点]\\s*([0-9]{2})?(?:[:分].*)?");
    private static final Pattern PART_OF_DAY = Pattern.compile("0?\\.[0-9]{1,15}|0|1");

    /** @param row its cells as they stand in the file */
    public record Bad(int line, String row, String sentence) {}

    /** @param there rows whose shift stood there already */
    public record Done(int added, int there, List<Bad> bad) {}

    private enum Column {
        DATE("日期", "值班日期"),
        FROM("上班", "上班时间", "开始", "开始时间"),
        TO("下班", "下班时间", "结束", "结束时间"),
        PERSONS("值班人员", "人员", "姓名", "值班人"),
        PHONE("值班电话", "电话"),
        VEHICLE("车辆", "车牌", "车牌号");

        private final Set<String> names;

        Column(String... names) {
            this.names = Set.of(names);
        }
    }

    /** Why a row is no shift, in a sentence. */
    private static final class NoShift extends Exception {
        private static final long serialVersionUID = 1L;

        NoShift(String sentence) {
            super(sentence);
        }
    }

    private final Roster roster;
    private final People people;

    RosterImport(Roster roster, People people) {
        this.roster = roster;
        this.people = people;
    }

    /** @throws Problem 422 when the columns are missing or the file is too long; 404 for an agency out of sight */
    public Done take(String agency, Sheet sheet, String by) {
        Map<Column, Integer> columns = columns(sheet.header());
        List<Person> officers = people.officers(agency);
        List<Bad> bad = new ArrayList<>();
        int added = 0;
        int there = 0;
        int rows = 0;
        for (Iterator<SheetRow> all = sheet.rows(); all.hasNext(); ) {
            SheetRow row = all.next();
            if (++rows > MOST) {
                bad.add(bad(row, "一次最多导入 " + MOST + " 行，从这一行起没有读。请分成几个文件。"));
                break;
            }
            try {
                if (add(shift(agency, row, columns, officers), by)) {
                    added++;
                } else {
                    there++;
                }
            } catch (NoShift no) {
                bad.add(bad(row, String.valueOf(no.getMessage())));
            }
        }
        return new Done(added, there, bad);
    }

    private static Bad bad(SheetRow row, String sentence) {
        return new Bad(row.line(), String.join("，", row.cells()), sentence);
    }

    /** False when a shift with the same people stands there already. */
    private boolean add(Shift shift, String by) throws NoShift {
        LocalDate day = shift.startsAt().atZone(Fields.ZONE).toLocalDate();
        try {
            for (Shift one : roster.page(shift.agency(), day, day).shifts()) {
                if (one.startsAt().equals(shift.startsAt())) {
                    if (one.endsAt().equals(shift.endsAt())
                            && Set.copyOf(one.persons()).equals(Set.copyOf(shift.persons()))) {
                        return false;
                    }
                    throw new NoShift("这个时间已经排了别的班，没有改动。要换的，请在值班表上改。");
                }
            }
            roster.add(shift, by);
            return true;
        } catch (Problem refused) {
            if (refused.errors().isEmpty()) {
                throw refused;
            }
            throw new NoShift(refused.errors().getFirst().message());
        }
    }

    private static Map<Column, Integer> columns(List<String> header) {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            String name = plain(header.get(i)).replaceAll("\\s|\\([^()]*\\)", "");
            for (Column column : Column.values()) {
                if (column.names.contains(name)) {
                    found.putIfAbsent(column, i);
                }
            }
        }
        List<String> missing = new ArrayList<>();
        Stream.of(Column.FROM, Column.TO, Column.PERSONS)
                .filter(one -> !found.containsKey(one))
                .forEach(one -> missing.add(
                        switch (one) {
                            case FROM -> "上班时间";
                            case TO -> "下班时间";
                            default -> "值班人员";
                        }));
        if (!missing.isEmpty()) {
            throw Problem.invalid(
                    "file",
                    "columns",
                    "表头没有“" + String.join("”“", missing) + "”。第一行写：日期、上班时间、下班时间、值班人员、值班电话、车辆（电话、车辆可以没有）。");
        }
        return found;
    }

    private static Shift shift(String agency, SheetRow row, Map<Column, Integer> columns, List<Person> officers)
            throws NoShift {
        if (!row.fault().isEmpty()) {
            throw new NoShift(row.fault());
        }
        Optional<LocalDate> day = day(cell(row, columns, Column.DATE));
        LocalDateTime from = moment(cell(row, columns, Column.FROM), day, "上班时间");
        LocalDateTime to = moment(cell(row, columns, Column.TO), Optional.of(from.toLocalDate()), "下班时间");
        // a night's shift ends on the next day
        LocalDateTime end = to.isAfter(from) ? to : to.plusDays(1);
        String phone = cell(row, columns, Column.PHONE);
        String vehicle = cell(row, columns, Column.VEHICLE);
        if (phone.length() > LONGEST || vehicle.length() > LONGEST) {
            throw new NoShift("电话、车辆各最多 30 字。");
        }
        return new Shift(
                0,
                agency,
                from.atZone(Fields.ZONE).toInstant(),
                end.atZone(Fields.ZONE).toInstant(),
                persons(cell(row, columns, Column.PERSONS), officers),
                phone,
                vehicle);
    }

    private static Optional<LocalDate> day(String cell) throws NoShift {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Dates.read(cell)
                .orElseThrow(() -> new NoShift("日期“" + cell + "”看不懂，请写成 2026-12-01 的样子。"))
                .toLocalDate());
    }

    private static LocalDateTime moment(String cell, Optional<LocalDate> day, String what) throws NoShift {
        if (cell.isEmpty()) {
            throw new NoShift("没有填" + what + "。");
        }
        Optional<LocalDateTime> whole = Dates.read(cell);
        if (whole.isPresent()) {
            return whole.get();
        }
        long seconds = time(cell)
                .orElseThrow(() -> new NoShift(what + "“" + cell + "”看不懂，请写成 08:30，或者连日期一起写成 2026-12-01 08:30。"));
        return day.orElseThrow(() -> new NoShift(what + "只写了钟点，还要填日期。"))
                .atStartOfDay()
                .plusSeconds(seconds);
    }

    /** Seconds after midnight: {@code 8:30}, {@code 24:00}, or the part of a day that a spreadsheet keeps. */
    private static Optional<Long> time(String cell) {
        Matcher clock = TIME.matcher(cell);
        if (clock.matches()) {
            int hour = Integer.parseInt(clock.group(1));
            int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
            if (hour == 24 && minute == 0) {
                return Optional.of((long) SECONDS);
            }
            try {
                return Optional.of((long) LocalTime.of(hour, minute).toSecondOfDay());
            } catch (DateTimeException noSuchTime) {
                return Optional.empty();
            }
        }
        return PART_OF_DAY.matcher(cell).matches()
                ? Optional.of(new BigDecimal(cell)
                        .multiply(BigDecimal.valueOf(SECONDS))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact())
                : Optional.empty();
    }

    /** By name or by user name; of two with one name the user name tells which. */
    private static List<String> persons(String cell, List<Person> officers) throws NoShift {
        List<String> ids = new ArrayList<>();
        for (String name : cell.split("[、,;/\\s]+")) {
            if (name.isEmpty()) {
                continue;
            }
            List<Person> found = officers.stream()
                    .filter(one -> one.username().equalsIgnoreCase(name)
                            || one.displayName().equals(name))
                    .toList();
            if (found.isEmpty()) {
                throw new NoShift("本机关（含派出机构）没有叫“" + name + "”的在职工作人员。请核对姓名，或者写用户名。");
            }
            if (found.size() > 1) {
                throw new NoShift("有 " + found.size() + " 位叫“" + name + "”，请写用户名："
                        + found.stream().map(Person::username).collect(Collectors.joining("、")) + "。");
            }
            ids.add(found.getFirst().personId());
        }
        if (ids.isEmpty()) {
            throw new NoShift("没有填值班人员。");
        }
        return ids.stream().distinct().toList();
    }

    private static String cell(SheetRow row, Map<Column, Integer> columns, Column column) {
        Integer at = columns.get(column);
        return at == null || at >= row.cells().size() ? "" : plain(row.cells().get(at));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
