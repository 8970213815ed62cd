package org.fangxin.duplicate.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.duplicate.store.NameRows;
import org.fangxin.duplicate.store.NameRows.Near;
import org.fangxin.merchant.CoreName;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.fangxin.problem.Problem;
import org.fangxin.region.Division;
import org.fangxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Other writings of a business's name within one county: the shop of the same chain in the next county is another one. A hint
 * with its reason, never more.
 */
@Component
public class NearNames {
    private static final int COUNTY = 6;
    private static final int MOST = 50;

    private final NameRows rows;
    private final Divisions divisions;
    private final Merchants merchants;
    private final InstantSource clock;

    NearNames(NameRows rows, Divisions divisions, Merchants merchants, InstantSource clock) {
        this.rows = rows;
        this.divisions = divisions;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** County and core of a name; empty above the counties, where the same name is no hint. */
    record Key(String county, String core) {}

    Optional<Key> key(@Nullable String name, @Nullable String code) {
        if (name == null || code == null || code.length() < COUNTY) {
            return Optional.empty();
        }
        String county = code.substring(0, COUNTY);
        List<String> names = divisions.path(county).stream().map(Division::name).toList();
        return CoreName.of(name, names).map(core -> new Key(county, core));
    }

    List<Long> of(Key key, Instant since, int most) {
        return rows.of(key.county(), key.core(), since, most);
    }

    /**
     * Cases without a code that may be about this entity under another writing of its name.
     *
     * @throws Problem 404 when there is no such entity
     */
    @Transactional(readOnly = true)
    public List<Near> ofEntity(long entityId) {
        MarketEntity entity = merchants.find(entityId).orElseThrow(Problem::notFound);
        Set<String> names = new HashSet<>(entity.aliases());
        names.add(entity.name());
        Instant since = clock.instant().minus(LikelyDuplicates.WINDOW);
        return key(entity.name(), entity.regionCode())
                .map(key -> rows.otherwiseNamed(key.county(), key.core(), names, since, MOST))
                .orElse(List.of());
    }
}
