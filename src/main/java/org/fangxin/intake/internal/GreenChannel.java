package org.fangxin.intake.internal;

import java.util.Optional;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.intake.GreenMembers;
import org.fangxin.intake.GreenMembers.Offer;
import org.fangxin.intake.Submission;
import org.fangxin.intake.TextReader;
import org.fangxin.intake.internal.text.Redaction;
import org.fangxin.problem.Problem.FieldError;
import org.fangxin.region.Agencies;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether a complaint goes to the merchant first: only by the person's consent to this one member, never together with a
 * report, never for food or injury (Art. 6; 7-27). Whatever speaks against it sends the complaint to the agency at once.
 */
@Component
class GreenChannel {
    private final ObjectProvider<GreenMembers> members;
    private final TextReader reader;
    private final Agencies agencies;

    GreenChannel(ObjectProvider<GreenMembers> members, TextReader reader, Agencies agencies) {
        this.members = members;
        this.reader = reader;
        this.agencies = agencies;
    }

    /** Where a part of a submission goes first, or why not although the person agreed; both null when nobody asked. */
    record Answer(@Nullable Offer offer, @Nullable String whyNot) {
        private static final Answer NOT_ASKED = new Answer(null, null);

        Optional<Offer> taken() {
            return Optional.ofNullable(offer);
        }

        Optional<FieldError> warning() {
            return Optional.ofNullable(whyNot)
                    .map(why ->
                            new FieldError("consents.greenChannel", "not-opened", why + "这件投诉直接由市场监管部门处理，从现在起计算期限。"));
        }
    }

    Answer ask(Kind kind, Submission submission, String agency) {
        GreenMembers register = members.getIfAvailable();
        if (kind != Kind.COMPLAINT || !submission.consents().greenChannel() || register == null) {
            return Answer.NOT_ASKED;
        }
        Submission.Merchant merchant = submission.merchant();
        Optional<Offer> offer = register.find(merchant.uscc(), merchant.name(), merchant.regionCode())
                .filter(found -> agencies.within(agency, found.agencyCode()));
        if (offer.isEmpty()) {
            return new Answer(null, "这家商家现在不在绿色通道里。");
        }
        Optional<String> against = against(submission, offer.get());
        return against.isPresent() ? new Answer(null, against.get()) : new Answer(offer.get(), null);
    }

    private Optional<String> against(Submission submission, Offer offer) {
        if (submission.mixed() || reader.read(submission.content()).kindsOnly().contains(Kind.REPORT)) {
            return Optional.of("同时要求查处的，不先转给商家。");
        }
        if (submission.consents().injured()) {
            return Optional.of("有人受伤的，不先转给商家。");
        }
        if (CaseParts.topics(Kind.COMPLAINT, submission).contains("FOOD")) {
            return Optional.of("食品的投诉可能涉及安全，不先转给商家。");
        }
        return offer.textVersion().equals(submission.consents().greenChannelText())
                ? Optional.empty()
                : Optional.of("绿色通道的说明没有念到或者已经更新。");
    }

    /** Sends it on; what the merchant is shown holds no telephone, address or number of the person. */
    CaseState route(CaseState opened, Offer offer, Submission submission) {
        Submission.Person person = submission.person();
        GreenMembers.Matter matter = new GreenMembers.Matter(
                "",
                submission.goodsDetail(),
                submission.amount(),
                submission.occurredOn(),
                submission.demands(),
                Redaction.forOtherSide(submission.content(), person));
        return members.getObject()
                .route(opened, offer, matter, submission.channel().name());
    }
}
