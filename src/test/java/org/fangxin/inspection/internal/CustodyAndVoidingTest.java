package org.fangxin.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fangxin.FangxinTest;
import org.fangxin.casefile.Clock;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.Sample.Kind;
import org.junit.jupiter.api.Test;

/** The database itself holds that custody has no gap, and that nothing follows a voided sample. */
@FangxinTest
class CustodyAndVoidingTest extends QualityChainCounty {
    @Test
    void theDatabaseRefusesAGapThatSomebodyWritesWithSql() throws Exception {
        Sample taken = taken(null);
        as(investigator, () -> samples.handOver(taken.id(), toOffice(), investigator));
        assertThatThrownBy(() -> asOwner(step(taken, "别人", "interval '1 hour'")))
                .as("the giver is not who had it")
                .hasMessageContaining("has a gap");
        assertThatThrownBy(() -> asOwner(step(taken, "冷藏室", "interval '-1 hour'")))
                .as("before it was received")
                .hasMessageContaining("has a gap");
        assertThatThrownBy(() -> asOwner(step(taken(null), "冷藏室", "interval '1 hour'")))
                .as("the first step starts with who took it")
                .hasMessageContaining("has a gap");
        assertThatThrownBy(
                        () -> asOwner("update inspection.custody set to_holder = '别处' where sample_id = " + taken.id()))
                .hasMessageContaining("only ever longer");
        assertThatThrownBy(() -> asOwner("delete from inspection.custody where sample_id = " + taken.id()))
                .hasMessageContaining("only ever longer");
        asOwner(step(taken, "冷藏室", "interval '1 hour'"));
        assertThat(as(investigator, () -> samples.find(taken.id())).custody()).hasSize(2);
    }

    private String step(Sample sample, String from, String later) {
        return "insert into inspection.custody (sample_id, from_holder, to_holder, lab, at, seal_intact, by_person) values ("
                + sample.id() + ", '" + from + "', '某处', false, '" + now + "'::timestamptz + " + later + ", true, 'x')";
    }

    @Test
    void aMistypedSampleIsVoidedStaysReadableAndItsNumberIsNotGivenAgain() {
        Sample wrong = taken(null);
        assertThatThrownBy(() -> as(investigator, () -> samples.voided(wrong.id(), " ", investigator)))
                .hasMessageContaining("作废的原因");
        Sample voided = as(investigator, () -> samples.voided(wrong.id(), "批号抄错", investigator));
        assertThat(voided.voided().reason()).isEqualTo("批号抄错");
        assertThat(voided.batch()).isEqualTo(wrong.batch());
        assertThat(as(investigator, () -> samples.all())).anyMatch(one -> one.id() == wrong.id());
        assertThat(serial(taken(null))).isGreaterThan(serial(wrong));
        assertThatThrownBy(() -> as(investigator, () -> samples.handOver(wrong.id(), toOffice(), investigator)))
                .hasMessageContaining("已经作废");
        assertThatThrownBy(() -> asOwner(step(wrong, "抽样人员", "interval '1 hour'")))
                .as("not by SQL either")
                .hasMessageContaining("is voided");
        assertThatThrownBy(() -> as(investigator, () -> samples.voided(wrong.id(), "再作废", investigator)))
                .hasMessageContaining("已经作废");
    }

    @Test
    void whatSomebodyActedOnIsNotVoided() {
        Sample ordered = ordered(unfit(null).id());
        assertThatThrownBy(() -> as(head, () -> samples.voided(ordered.id(), "抄错", head)))
                .hasMessageContaining("不能作废");
        assertThatThrownBy(
                        () -> asOwner("insert into inspection.voided values (" + ordered.id() + ", 'x', 'x', now())"))
                .hasMessageContaining("somebody acted");
        Sample traced = unfit(null);
        follow(traced.id(), step(Kind.RETEST_ASKED, "有异议"));
        assertThatThrownBy(() -> as(head, () -> samples.voided(traced.id(), "抄错", head)))
                .hasMessageContaining("不能作废");
    }

    @Test
    void aResultIsVoidedOnlyByAUnitHeadWhoDidNotEnterIt() {
        Sample unfit = unfit(null);
        assertThatThrownBy(() -> as(investigator, () -> samples.voided(unfit.id(), "样品登错了店", investigator)))
                .hasMessageContaining("办案机构负责人");
        Sample voided = as(head, () -> samples.voided(unfit.id(), "样品登错了店", head));
        assertThat(voided.orderDueAt()).isNull();
        assertThat(as(investigator, () -> samples.withoutOrder())).noneMatch(one -> one.id() == unfit.id());
        assertThatThrownBy(() -> as(investigator, () -> orders.ask(unfit.id(), asking(null), investigator)))
                .hasMessageContaining("已经作废");
    }

    @Test
    void aSampleVoidedAtTheLaboratoryLetsTheClockOfItsReportGoOn() {
        String report = verified();
        Sample one = atLab(report);
        Sample other = atLab(report);
        as(investigator, () -> samples.voided(one.id(), "批号抄错", investigator));
        assertThat(verification(report)).as("the other is still tested").isEqualTo(Clock.State.PAUSED);
        as(investigator, () -> samples.voided(other.id(), "批号抄错", investigator));
        assertThat(verification(report)).isEqualTo(Clock.State.RUNNING);
    }
}
