package org.fangxin.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the respondent may get for mediation (Art. 37, last clause), and nothing else. Everything that reaches a merchant,
 * a mediator who is not in charge or an entrusted body is made of this: never that there is a report, never ID number,
 * e-mail, marks of abuse, internal notes, or a file that no officer cleared.
 *
 * @param complainant full name when the purchase is traced by it, else the surname (procedures 7-31)
 * @param bought what was bought, as far as it was cleared
 * @param dispute in the officer's words; in the green channel the consumer's own, by his consent
 * @param demands codes of what is asked for
 * @param proofs ids of the files that an officer cleared
 * @param meeting the next or last session of mediation, or null
 * @param clearedAt when an officer cleared it; null in the green channel, where the consumer's consent does
 */
public record RespondentView(
        String caseNo,
        String complainant,
        Bought bought,
        String dispute,
        List<String> demands,
        List<String> proofs,
        Contact contact,
        @Nullable Meeting meeting,
        @Nullable Instant clearedAt) {

    public RespondentView {
        demands = List.copyOf(demands);
        proofs = List.copyOf(proofs);
    }

    /** Goods or service, order, day and place of the purchase, amount in yuan. */
    public record Bought(
            @Nullable String goods,
            @Nullable String orderNo,
            @Nullable LocalDate purchasedOn,
            @Nullable String place,
            @Nullable BigDecimal amount) {}

    /** How to reach the complainant: through the agency, by a relay number, or by his own with his consent. */
    public record Contact(Channel channel, @Nullable String value) {}

    /** {@code OWN_PHONE} and {@code OWN_ADDRESS} only with the complainant's consent. */
    public enum Channel {
        AGENCY("由承办机关转达"),
        RELAY("中间号码"),
        OWN_PHONE("投诉人的电话"),
        OWN_ADDRESS("投诉人的地址");

        private final String chinese;

        Channel(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        /** Whether it is the complainant's own. */
        public boolean own() {
            return this == OWN_PHONE || this == OWN_ADDRESS;
        }
    }

    /** When, how and with whom; {@code mediators} are names as colleagues see them. */
    public record Meeting(Instant at, String mode, @Nullable String place, List<String> mediators) {
        public Meeting {
            mediators = List.copyOf(mediators);
        }
    }
}
