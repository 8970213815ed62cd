package org.fangxin.law.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.fangxin.law.CalendarDay;
import org.fangxin.law.internal.NoticeReader.Fault;
import org.fangxin.law.internal.NoticeReader.Reading.Bad;
import org.fangxin.law.internal.NoticeReader.Reading.Good;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeReaderTest {
    /** Invented, in the form of such notices. */
    private static final String PROSE = """
            关于2031年部分节假日安排的通知
            一、元旦：1月1日（周三）放假，共1天。
            二、春节：1月22日（周三）至29日（周三）放假调休，共8天。1月19日（周日）、2月1日（周六）上班。
            三、清明节：4月5日（周六）至7日（周一）放假，共3天。
            四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
            五、端午节：6月24日（周二）放假，共1天。
            六、国庆节、中秋节：9月30日（周二）至10月7日（周二）放假调休，共8天。
            节假日期间，各地区、各部门要妥善安排好值班。
            """;

    @Test
    void readsLines() {
        HolidayNotice notice = good("日期,班休,名称\n2031-01-01,0,元旦\n2031/1/19，上班，春节调休上班\n\n# 注\n", null);
        assertThat(notice.year()).isEqualTo(2031);
        assertThat(notice.source()).isEqualTo("国务院办公厅关于2031年部分节假日安排的通知");
        assertThat(notice.days())
                .containsExactly(
                        new CalendarDay(LocalDate.of(2031, 1, 1), false, "元旦"),
                        new CalendarDay(LocalDate.of(2031, 1, 19), true, "春节调休上班"));
        assertThat(notice.warnings())
                .singleElement()
                .asString()
                .contains("10月1日国庆节、中秋节")
                .contains("清明节");
    }

    @Test
    void readsTheNoticeAsItIsPrinted() {
        HolidayNotice notice = good(PROSE, null);
        assertThat(notice.year()).isEqualTo(2031);
        assertThat(notice.days()).hasSize(1 + 8 + 2 + 3 + 5 + 1 + 1 + 8);
        assertThat(notice.days().stream()
                        .filter(CalendarDay::working)
                        .map(day -> day.date().toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("2031-01-19 2031-02-01 2031-04-27");
        assertThat(notice.days())
                .contains(
                        new CalendarDay(LocalDate.of(2031, 10, 7), false, "国庆节、中秋节"),
                        new CalendarDay(LocalDate.of(2031, 2, 1), true, "春节调休上班"));
        assertThat(notice.warnings()).isEmpty();
    }

    @Test
    void aNoticeMayReachIntoTheDecemberBefore() {
        HolidayNotice notice = good("2030-12-31,0,元旦\n2031-01-01,0,元旦\n2031-01-02,0,元旦", 2031);
        assertThat(notice.first()).isEqualTo(LocalDate.of(2030, 12, 31));
        assertThat(notice.last()).isEqualTo(LocalDate.of(2031, 12, 31));
    }

    @Test
    void oneBadLineRefusesTheWholeAndIsNamed() {
        assertThat(bad("2031-01-01,0,元旦\n2031-02-30,0,春节\n2031-05-01,也许,劳动节").faults())
                .extracting(Fault::line)
                .containsExactly(2, 3);
        assertThat(bad("2031-01-01,0,元旦\n2031-01-01,1,元旦").faults()).containsExactly(new Fault(2, "2031-01-01 写了两次。"));
        assertThat(bad("2031-01-01,0,元旦\n2031-01-02,0,元旦\n2029-05-01,0,劳动节").faults())
                .containsExactly(new Fault(3, "2029-05-01 不在 2031 年的放假安排里。"));
    }

    @Test
    void refusesWhatHoldsNoDayOrNoYear() {
        assertThat(bad("").faults()).hasSize(1);
        assertThat(bad("一、元旦：1月1日放假。").faults())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("年份");
        assertThat(bad("关于2031年部分节假日安排的通知\n一、元旦：2月30日放假。").faults()).hasSize(1);
    }

    @Test
    void aYearLiesBetweenTheFirstAndTheLastThatACalendarHas() {
        assertThat(bad("1999-01-01,0,元旦").faults())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("年份应在");
        assertThat(bad("2100-01-01,0,元旦").faults())
                .singleElement()
                .extracting(Fault::message)
                .isEqualTo("年份应在 2000 到 2099 之间。");
        assertThat(good("2000-01-01,0,元旦", null).year()).isEqualTo(2000);
        assertThat(good("2099-01-01,0,元旦", null).year()).isEqualTo(2099);
    }

    @Test
    void aSpanMayCrossTheYearAndAMonthNeedNotBeRepeated() {
        HolidayNotice notice = good("""
                关于2031年部分节假日安排的通知
                一、元旦：2030年12月31日（周二）至1月2日（周四）放假，共3天。
                二、春节：1月29日至2月1日放假，3日、4日放假。2月8日（周六）上班。
                """, null);
        assertThat(notice.days().stream()
                        .map(day -> (day.working() ? "+" : "") + day.date())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("2030-12-31 2031-01-01 2031-01-02 2031-01-29 2031-01-30 2031-01-31 2031-02-01 2031-02-03"
                        + " 2031-02-04 +2031-02-08");
    }

    @Test
    void aSpanMayNameTheYearInWhichItEnds() {
        assertThat(good("关于2031年部分节假日安排的通知\n一、元旦：2030年12月31日至2031年1月2日放假。", null)
                        .days())
                .extracting(CalendarDay::date)
                .containsExactly(LocalDate.of(2030, 12, 31), LocalDate.of(2031, 1, 1), LocalDate.of(2031, 1, 2));
    }

    @Test
    void aSentenceThatSpeaksOfNeitherRestNorWorkListsNoDay() {
        assertThat(good("关于2031年部分节假日安排的通知\n一、元旦：1月1日放假，共1天。1月2日至5日公路照常收费。", null)
                        .days())
                .containsExactly(new CalendarDay(LocalDate.of(2031, 1, 1), false, "元旦"));
    }

    @Test
    void aSpanThatRunsBackwardsIsNoNotice() {
        assertThat(bad("关于2031年部分节假日安排的通知\n一、元旦：1月3日至1日放假。").faults()).hasSize(1);
    }

    @Test
    void theTitleThatSomebodyGivesIsTheSource() {
        HolidayNotice given = assertInstanceOf(Good.class, NoticeReader.read("2031-01-01,0,元旦", null, " 某号通知 "))
                .notice();
        assertThat(given.source()).isEqualTo("某号通知");
        HolidayNotice blank = assertInstanceOf(Good.class, NoticeReader.read("2031-01-01,0,元旦", null, " "))
                .notice();
        assertThat(blank.source()).contains("2031年部分节假日安排");
    }

    @Test
    void aDayNeedNotHaveANameAndALineTellsWhetherOneWorks() {
        assertThat(good("2031-01-01,0\n2031-01-19,1, ", null).days())
                .containsExactly(
                        new CalendarDay(LocalDate.of(2031, 1, 1), false, null),
                        new CalendarDay(LocalDate.of(2031, 1, 19), true, null));
        assertThat(bad("2031-01-01").faults())
                .singleElement()
                .extracting(Fault::message)
                .isEqualTo("第二格请写 0（放假）或者 1（上班）。");
    }

    @Test
    void whatIsNoDateIsNamedShortened() {
        String long41 = "x".repeat(41);
        assertThat(bad(long41 + ",0,元旦").faults())
                .singleElement()
                .extracting(Fault::message)
                .isEqualTo("看不懂的日期：" + "x".repeat(40) + "。请写成 2027-01-01。");
        assertThat(bad("2031-01,0,元旦").faults()).singleElement();
    }

    @Test
    void aNoticeWithoutNeighbouringWeeksChangesItsYearAlone() {
        HolidayNotice notice = good("2031-05-01,0,劳动节", null);
        assertThat(notice.first()).isEqualTo(LocalDate.of(2031, 1, 1));
        assertThat(notice.last()).isEqualTo(LocalDate.of(2031, 12, 31));
        HolidayNotice into = good("2031-12-31,0,元旦\n2032-01-02,0,元旦\n2031-10-01,0,国庆节", 2031);
        assertThat(into.last()).isEqualTo(LocalDate.of(2032, 1, 2));
        assertThat(new HolidayNotice(2031, "无", List.of()).first()).isEqualTo(LocalDate.of(2031, 1, 1));
        assertThat(new HolidayNotice(2031, "无", List.of()).last()).isEqualTo(LocalDate.of(2031, 12, 31));
    }

    @Test
    void warnsOfAWorkingDayThatIsNoWeekend() {
        assertThat(good("2031-01-01,0,元旦\n2031-01-20,1,补班", null).warnings())
                .anyMatch(text -> text.contains("1月20日（周一）"));
    }

    @Test
    void asksAboutAStatutoryHolidayOnWhichPeopleAreSaidToWork() {
        assertThat(good(PROSE.replace("一、元旦：1月1日（周三）放假，共1天。", "一、元旦：1月1日（周三）上班。"), null)
                        .warnings())
                .anyMatch(text -> text.contains("没有列为放假") && text.contains("1月1日元旦"));
    }

    private static HolidayNotice good(String text, @Nullable Integer year) {
        return assertInstanceOf(Good.class, NoticeReader.read(text, year, null)).notice();
    }

    private static Bad bad(String text) {
        return assertInstanceOf(Bad.class, NoticeReader.read(text, null, null));
    }
}
