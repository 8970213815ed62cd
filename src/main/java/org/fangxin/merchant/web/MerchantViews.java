package org.fangxin.merchant.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.store.EntityStore;
import org.jspecify.annotations.Nullable;

/** The shapes of the registry's answers. */
final class MerchantViews {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private MerchantViews() {}

    @Schema(
            name = "MarketEntity",
            description = "version: for If-Match; mergedInto: the id of the entry that took its place")
    record Entity(
            long id,
            @Nullable String uscc,
            @Nullable String oldNumber,
            String name,
            List<String> aliases,
            String kind,
            String kindLabel,
            String status,
            String statusLabel,
            @Nullable String address,
            @Nullable String regionCode,
            @Nullable String trade,
            @Nullable LocalDate registeredOn,
            @Nullable String parentUscc,
            @Nullable String platformUscc,
            @Nullable Long mergedInto,
            int version,
            OffsetDateTime changedAt) {
        static Entity of(MarketEntity one) {
            return new Entity(
                    one.id(),
                    one.uscc(),
                    one.oldNumber(),
                    one.name(),
                    one.aliases(),
                    one.kind().name(),
                    one.kind().chinese(),
                    one.status().name(),
                    one.status().chinese(),
                    one.address(),
                    one.regionCode(),
                    one.trade(),
                    one.registeredOn(),
                    one.parentUscc(),
                    one.platformUscc(),
                    one.mergedInto(),
                    one.version(),
                    at(one.changedAt()));
        }
    }

    @Schema(name = "MarketEntities")
    record Found(List<Entity> items) {
        static Found of(List<MarketEntity> found) {
            return new Found(found.stream().map(Entity::of).toList());
        }
    }

    @Schema(name = "MarketEntityPast", description = "said: the entry before this change")
    record Past(int version, Map<String, Object> said, String act, String person, OffsetDateTime changedAt) {}

    @Schema(
            name = "MarketEntityDetail",
            description =
                    "parent, platform: null when there is none or it is not registered here; branches, shops: at most 200")
    record Detail(
            Entity entity,
            @Nullable Entity parent,
            @Nullable Entity platform,
            List<Entity> branches,
            List<Entity> shops,
            List<Past> past) {}

    @Schema(
            name = "MarketEntityDraft",
            description =
                    "kind: COMPANY, BRANCH, INDIVIDUAL, COOPERATIVE, OTHER; status: ACTIVE, ABNORMAL, REVOKED, CANCELLED,"
                            + " MOVED_OUT; both may be left out")
    record Draft(
            @Nullable String uscc,
            @Nullable String oldNumber,
            @Nullable String name,
            @Nullable List<@Nullable String> aliases,
            @Nullable String kind,
            @Nullable String status,
            @Nullable String address,
            @Nullable String regionCode,
            @Nullable String trade,
            @Nullable LocalDate registeredOn,
            @Nullable String parentUscc,
            @Nullable String platformUscc) {}

    @Schema(name = "MarketEntityMerge", description = "into: id of the entry that stays")
    record Merge(@Nullable Long into) {}

    @SuppressWarnings("unchecked")
    static Past past(EntityStore.Past one, Map<String, String> names, tools.jackson.databind.json.JsonMapper json) {
        Map<String, Object> said = json.readValue(one.said(), Map.class);
        return new Past(one.version(), said, one.act(), names.getOrDefault(one.person(), "系统"), at(one.changedAt()));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }
}
