package org.fangxin.greenchannel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.greenchannel.Talks;
import org.fangxin.greenchannel.internal.Own;
import org.fangxin.greenchannel.web.TalkViews.Side;
import org.fangxin.greenchannel.web.TalkViews.TalkView;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.intake.GreenMembers;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The thread on the case page, and before a submission whether the merchant is a member. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "green-channel", description = "绿色通道：会员商家、先行协商")
class CaseTalkController {
    private final CaseFiles cases;
    private final Talks talks;
    private final TalkViews views;
    private final GreenMembers members;
    private final Own own;

    CaseTalkController(CaseFiles cases, Talks talks, TalkViews views, GreenMembers members, Own own) {
        this.cases = cases;
        this.talks = talks;
        this.views = views;
        this.members = members;
        this.own = own;
    }

    /** {@code talk}: null for a case that never went to a merchant. */
    @Schema(name = "GreenCase")
    record CaseTalk(@Nullable TalkView talk) {}

    /** The words to agree to, with the version that goes into {@code consents.greenChannelText}. */
    @Schema(name = "GreenOffer")
    record OfferView(String merchant, int days, String textVersion, List<String> text) {}

    /** {@code offer}: null when the merchant is no member. */
    @Schema(name = "GreenOffers")
    record Offers(@Nullable OfferView offer) {}

    @GetMapping("/cases/{caseNo}/green-channel")
    @Operation(summary = "案件与商家的协商全文")
    CaseTalk caseTalk(@PathVariable String caseNo) {
        CurrentPerson.require();
        if (own.caller(() -> cases.find(caseNo)).isEmpty()) {
            throw Problem.notFound();
        }
        Optional<TalkView> talk = talks.of(caseNo).map(found -> views.of(found, Side.OFFICER));
        return new CaseTalk(talk.orElse(null));
    }

    @GetMapping("/public/green-channel")
    @Operation(summary = "商家是不是绿色通道商家，以及要念给消费者听的说明")
    Offers greenOffer(
            @RequestParam(required = false) @Nullable String uscc,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String region) {
        return new Offers(members.find(uscc, name, region)
                .map(found -> new OfferView(found.memberName(), found.days(), found.textVersion(), found.text()))
                .orElse(null));
    }
}
