package org.fangxin.merchant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A market entity 经营主体.
 *
 * @param uscc null for one that is known by its old number or by name alone
 * @param oldNumber registration number from before the unified code, 13 or 15 digits, or null
 * @param aliases former names, signboard names; in no order
 * @param regionCode division of its domicile, two to nine digits
 * @param parentUscc of the company that a branch belongs to
 * @param platformUscc of the platform that a shop on it trades through
 * @param mergedInto the entry that took this one's place, else null
 * @param version grows with each change
 */
public record MarketEntity(
        long id,
        @Nullable String uscc,
        @Nullable String oldNumber,
        String name,
        List<String> aliases,
        Kind kind,
        Status status,
        @Nullable String address,
        @Nullable String regionCode,
        @Nullable String trade,
        @Nullable LocalDate registeredOn,
        @Nullable String parentUscc,
        @Nullable String platformUscc,
        @Nullable Long mergedInto,
        int version,
        Instant changedAt) {

    public MarketEntity {
        aliases = List.copyOf(aliases);
    }

    /** Legal form, as far as complaints need it. */
    public enum Kind {
        COMPANY("企业"),
        BRANCH("分支机构"),
        INDIVIDUAL("个体工商户"),
        COOPERATIVE("农民专业合作社"),
        OTHER("其他");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** State in the registry. */
    public enum Status {
        ACTIVE("存续"),
        ABNORMAL("经营异常"),
        REVOKED("吊销"),
        CANCELLED("注销"),
        MOVED_OUT("迁出");

        private final String chinese;

        Status(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
