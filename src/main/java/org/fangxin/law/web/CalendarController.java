package org.fangxin.law.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.fangxin.identity.AuditLog;
import org.fangxin.law.CalendarDay;
import org.fangxin.law.internal.CalendarDesk;
import org.fangxin.law.internal.HolidayNotice;
import org.fangxin.law.internal.LiveCalendar;
import org.fangxin.law.internal.NoticeReader;
import org.fangxin.law.internal.NoticeReader.Fault;
import org.fangxin.law.internal.NoticeReader.Reading;
import org.fangxin.problem.Problem;
import org.fangxin.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar: read by anyone, kept by the system's administrator. */
@RestController
@RequestMapping("/api/v1/law/calendar")
@Tag(name = "law")
class CalendarController {
    private static final int OLDEST = 2000;
    private static final int LATEST = 2099;

    private final LiveCalendar calendar;
    private final CalendarDesk desk;
    private final AuditLog audit;
    private final CalendarKeeper keeper;
    private final InstantSource clock;

    CalendarController(
            LiveCalendar calendar, CalendarDesk desk, AuditLog audit, CalendarKeeper keeper, InstantSource clock) {
        this.calendar = calendar;
        this.desk = desk;
        this.audit = audit;
        this.keeper = keeper;
        this.clock = clock;
    }

    @Schema(name = "LawCalendarDayChange")
    record Change(@Nullable Boolean working, @Nullable String name) {}

    @Schema(name = "LawCalendarRow")
    record Row(
            @Nullable String date,
            @Nullable Boolean working,
            @Nullable String name) {}

    /** @param text lines or the notice's prose, instead of rows */
    @Schema(name = "LawCalendarImport")
    record Import(
            @Nullable Integer year,
            @Nullable String source,
            @Nullable List<Row> rows,
            @Nullable String text) {}

    @Schema(name = "LawCalendarImported")
    record Imported(int year, String source, int days, List<String> warnings) {}

    @GetMapping
    @Operation(summary = "A year, day by day; without an official table: weekends only, with a warning")
    CalendarAnswer year(@RequestParam(required = false) @Nullable String year) {
        int asked = year == null || year.isBlank()
                ? Year.from(clock.instant().atZone(Moments.ZONE)).getValue()
                : yearOf(year.strip());
        return CalendarAnswer.of(asked, calendar.snapshot());
    }

    @PutMapping("/{date}")
    @Operation(summary = "Set one day (system administrator of the installation's agency, a province or the nation)")
    CalendarAnswer.Day set(@PathVariable String date, @RequestBody Change change) {
        String by = keeper.require().personId();
        LocalDate day = Moments.day("date", date);
        if (change.working() == null) {
            throw Problem.invalid("working", "missing", "请写明这一天上班还是休息。");
        }
        CalendarDay changed = new CalendarDay(day, change.working(), name("name", change.name()));
        desk.set(changed, by, () -> audit.record("CALENDAR_SET", day.toString(), "working=" + changed.working()));
        return CalendarAnswer.day(day, calendar.snapshot());
    }

    @PostMapping(path = "/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Take over a year's holiday notice as rows or text (system administrator of the installation's agency, a province or the nation)")
    Imported take(@RequestBody Import notice) {
        String by = keeper.require().personId();
        String text = notice.text();
        return text != null && !text.isBlank()
                ? take(NoticeReader.read(text, notice.year(), notice.source()), "text", by)
                : take(NoticeReader.check(days(notice.rows()), notice.year(), notice.source()), "rows", by);
    }

    @PostMapping(
            path = "/import",
            consumes = {MediaType.TEXT_PLAIN_VALUE, "text/csv"})
    @Operation(
            summary =
                    "Take over a year's holiday notice as lines or prose (system administrator of the installation's agency, a province or the nation)")
    Imported takeText(
            @RequestBody String text,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String source) {
        String by = keeper.require().personId();
        return take(NoticeReader.read(text, year, source), "text", by);
    }

    private Imported take(Reading reading, String field, String by) {
        return switch (reading) {
            case Reading.Bad bad ->
                throw Problem.invalid(
                        bad.faults().stream().map(fault -> error(field, fault)).toList());
            case Reading.Good good -> {
                HolidayNotice notice = good.notice();
                desk.take(notice, by, () -> audit.record("CALENDAR_IMPORT", String.valueOf(notice.year())));
                yield new Imported(notice.year(), notice.source(), notice.days().size(), notice.warnings());
            }
        };
    }

    private static FieldError error(String field, Fault fault) {
        String where = fault.line() == 0 ? "" : "第 " + fault.line() + " 行：";
        String path = fault.line() == 0 ? field : field + "[" + (fault.line() - 1) + "]";
        return new FieldError(path, "unreadable", where + fault.message());
    }

    private static List<CalendarDay> days(@Nullable List<Row> rows) {
        List<CalendarDay> days = new ArrayList<>();
        for (Row row : rows == null ? List.<Row>of() : rows) {
            String path = "rows[" + days.size() + "]";
            LocalDate date = Moments.day(path + ".date", row.date());
            if (row.working() == null) {
                throw Problem.invalid(path + ".working", "missing", "请写明这一天上班还是休息。");
            }
            days.add(new CalendarDay(date, row.working(), name(path + ".name", row.name())));
        }
        return days;
    }

    private static @Nullable String name(String field, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        if (name.strip().length() > 40) {
            throw Problem.invalid(field, "too-long", "名称不超过 40 个字。");
        }
        return name.strip();
    }

    private static int yearOf(String text) {
        if (!text.matches("[0-9]{4}") || Integer.parseInt(text) < OLDEST || Integer.parseInt(text) > LATEST) {
            throw Problem.invalid("year", "out-of-range", "年份应在 " + OLDEST + " 到 " + LATEST + " 之间。");
        }
        return Integer.parseInt(text);
    }
}
