package org.fangxin.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.CaseState;
import org.jspecify.annotations.Nullable;

/** The merchants of the green channel (Art. 6), kept by the room above; intake asks and hands over. */
public interface GreenMembers {
    /**
     * A member to which a complaint may go first.
     *
     * @param agencyCode the agency that keeps the membership
     * @param days working days within which the merchant promises an answer
     * @param textVersion names the words that the consumer agrees to
     * @param text those words, a sentence each
     */
    record Offer(
            String memberId, String memberName, String agencyCode, int days, String textVersion, List<String> text) {}

    /**
     * What the merchant is shown of a complaint by the consumer's consent, and nothing else.
     *
     * @param consumer the surname; empty from intake, since the case's door to the respondent's side gives it
     */
    record Matter(
            String consumer,
            @Nullable String goods,
            @Nullable BigDecimal amount,
            @Nullable LocalDate occurredOn,
            List<String> demands,
            String content) {}

    /** The active member with this 统一社会信用代码, else with exactly this name or alias in the county of the region. */
    Optional<Offer> find(@Nullable String uscc, String name, @Nullable String regionCode);

    /**
     * Sends an opened complaint to the member, in the running transaction and the program's scope.
     *
     * @param means how the consent was given: WEB, PHONE, WINDOW, LETTER
     */
    CaseState route(CaseState opened, Offer offer, Matter matter, String means);
}
