package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.fangxin.FangxinTest;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@FangxinTest
class WordingTest {
    @Autowired
    Wording wording;

    @Test
    void fillsAllItsPlaceholdersAndFitsOneSms() {
        assertThat(wording.templates()).contains("accepted", "refused", "material", "reporter", "code");
        for (String template : wording.templates()) {
            for (NoticeChannel channel : NoticeChannel.values()) {
                wording.standard(template, channel).ifPresent(text -> {
                    assertThat(Wording.unknown(text.body() + text.subject()))
                            .as("%s by %s", template, channel)
                            .isEmpty();
                    String filled = Wording.fill(text.body(), Values.examples("崇信县市场监督管理局"));
                    if (channel == NoticeChannel.SMS) {
                        assertThat(Wording.parts(filled)).as(template).isEqualTo(1);
                    }
                });
            }
        }
    }

    @Test
    void saysNothingOfAReportWhereOthersMayRead() {
        for (NoticeChannel channel : NoticeChannel.values()) {
            wording.standard("reporter", channel)
                    .ifPresent(text -> assertThat(text.subject() + text.body()).doesNotContain("举报"));
            wording.standard("received", channel)
                    .ifPresent(text -> assertThat(text.subject() + text.body()).doesNotContain("举报"));
        }
    }

    @Test
    void refusesAPlaceholderThatNobodyFills() {
        assertThatThrownBy(() -> WordingDesk.checked(NoticeChannel.SMS, null, "您好{商家}"))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.getMessage()).startsWith("不认识{商家}。可以用："));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-06T10:00:00+08:00, , 2026-05-06T10:00:00+08:00",
        "2026-05-06T21:00:00+08:00, , 2026-05-07T08:00:00+08:00",
        "2026-05-06T07:59:00+08:00, , 2026-05-06T08:00:00+08:00",
        "2026-05-06T08:00:00+08:00, , 2026-05-06T08:00:00+08:00",
        "2026-05-06T22:00:00+08:00, 2026-05-06, 2026-05-06T22:00:00+08:00",
        "2026-05-06T22:00:00+08:00, 2026-05-07, 2026-05-07T08:00:00+08:00",
    })
    void wakesNobodyUnlessTheLawsDayWouldBeMissed(String now, LocalDate due, String sent) {
        Instant at = java.time.OffsetDateTime.parse(now).toInstant();
        assertThat(new QuietHours(21, 8).next(at, due))
                .isEqualTo(java.time.OffsetDateTime.parse(sent).toInstant());
    }
}
