package org.fangxin.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.fangxin.search.CaseTerms;
import org.fangxin.search.Found.Range;
import org.junit.jupiter.api.Test;

/** Words as they are asked for and as they are kept. */
class WantedTest {
    @Test
    void chineseIsAskedByPairsAndLettersAsPinyinToo() {
        assertThat(TermQuery.everywhere(Wanted.of("拒绝退款 酒"))).isEqualTo("('拒绝' & '绝退' & '退款') & '酒'");
        assertThat(TermQuery.everywhere(Wanted.of("ＣＸcs"))).isEqualTo("('cxcs' | '^cxcs':* | '~cxcs':*)");
        assertThat(TermQuery.names(Wanted.of("超市"))).isEqualTo("'=超市'");
    }

    @Test
    void aPhraseKeepsItsOrder() {
        assertThat(TermQuery.everywhere(Wanted.of("“拒绝退款”"))).isEqualTo("('拒绝' <1> '绝退' <1> '退款')");
        assertThat(TermQuery.everywhere(Wanted.of("\"iPhone手机壳"))).isEqualTo("('iphone' <1> '手机' <1> '机壳')");
    }

    @Test
    void aNumberIsAskedForAsCaseOrPaper() {
        assertThat(TermQuery.everywhere(Wanted.of("620823-261126-0001")))
                .contains("'#6208232611260001':*", "'$6208232611260001'");
        assertThat(TermQuery.listed(Wanted.of("620823-261126-0001"))).doesNotContain("$");
    }

    @Test
    void nothingTypedBecomesAnOperator() {
        assertThat(TermQuery.everywhere(Wanted.of("a'|!b:*&(c)\\")))
                .isEqualTo("(('a' & 'b' & 'c') | '^abc':* | '~abc':*)");
    }

    @Test
    void theTermsOfACaseHoldWhatIsAskedFor() {
        String terms = CaseTerms.of(new CaseTerms.Source(
                "620823100",
                "REPORT",
                Instant.parse("2026-11-30T17:00:00Z"),
                List.of("崇信县百货商行"),
                "127",
                "冰箱",
                "不制冷",
                "买了iPhone手机，店里拒绝退款。",
                List.of("620823-261201-J0001"),
                List.of("崇市监〔2026〕12号")));
        assertThat(terms)
                .contains("'@62'", "'@6208'", "'@620823'", "'@620823100'")
                .contains("'+2026'", "'+202612'", "'!REPORT'", "'%127'")
                .contains("'=商行'", "'^bhsh'", "'^bhsx'", "'~shanghang'", "'~baihuoshang")
                .contains("':冰箱'", "'#6208232612 01j0001'".replace(" ", ""), "'#261201j0001'", "'#j0001'")
                .contains("'$崇市监202612号'", "'iphone':", "'拒绝':")
                .doesNotContain("'机店'");
    }

    @Test
    void marksWholeWordsAndWhereThereAreNoneTheirPairs() {
        assertThat(Marks.of("店里拒绝了退款", Wanted.of("拒绝退款"))).containsExactly(new Range(2, 4), new Range(5, 7));
        assertThat(Marks.of("商家拒绝退款", Wanted.of("拒绝退款"))).containsExactly(new Range(2, 6));
        assertThat(Marks.ofName("崇信县百货商行", Wanted.of("bhsh"))).containsExactly(new Range(3, 7));
        assertThat(Marks.ofName("崇信县百货商行", Wanted.of("shangh"))).containsExactly(new Range(5, 7));
        assertThat(Marks.ofNumber("620823-261126-0001", Wanted.of("261126-0001")))
                .containsExactly(new Range(7, 18));
    }
}
