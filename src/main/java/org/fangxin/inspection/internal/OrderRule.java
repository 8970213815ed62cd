package org.fangxin.inspection.internal;

import java.time.Duration;
import java.time.Instant;
import org.fangxin.identity.SignedIn;
import org.fangxin.inspection.OrderRequest;
import org.fangxin.inspection.Sample;
import org.fangxin.law.Settings;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.springframework.stereotype.Component;

/**
 * Who decides an order off the shelf, and by when. 《食品安全法》第六十三条 lets the agency order a business to stop selling; that a
 * second person confirms it is a rule of the house, settable. For coercive measures PP 36 itself asks a leader within
 * twenty-four hours, from which the term of an urgent order is taken.
 */
@Component
class OrderRule {
    private final Settings settings;
    private final Agencies agencies;

    OrderRule(Settings settings, Agencies agencies) {
        this.settings = settings;
        this.agencies = agencies;
    }

    /** Whether an order that can wait is confirmed before it is issued. */
    boolean confirmedFirst(Sample sample) {
        return settings.flag("offshelf.secondPerson", sample.agency());
    }

    Instant confirmBy(Sample sample, Instant now) {
        return now.plus(Duration.ofHours(settings.number("offshelf.confirmHours", sample.agency())));
    }

    /** Never who asked, and somebody of the agency whose sample it is. */
    void mayDecide(Sample sample, OrderRequest request, SignedIn who) {
        if (request.askedBy().equals(who.personId())) {
            throw Problem.forbiddenByLaw("提请的人不能审批自己提请的事项，请另一位负责人审批。", java.util.List.of());
        }
        if (!agencies.actingFor(who.agencyCode()).code().equals(sample.agency())) {
            throw Problem.forbiddenByLaw("请抽样的机关自己的负责人审批。", java.util.List.of());
        }
    }
}
