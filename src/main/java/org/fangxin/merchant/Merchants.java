package org.fangxin.merchant;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fangxin.merchant.internal.Asked;
import org.fangxin.merchant.store.EntitySearch;
import org.fangxin.merchant.store.EntityStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registry of market entities, for whoever looks a business up or keeps its entry. */
@Component
public class Merchants {
    private final EntitySearch search;
    private final EntityStore store;
    private final InstantSource clock;

    Merchants(EntitySearch search, EntityStore store, InstantSource clock) {
        this.search = search;
        this.store = store;
        this.clock = clock;
    }

    /**
     * By part of the name or an alias, initials or whole pinyin, or the beginning of the code; nearest first.
     *
     * @param regionCode the division that is asked first, or null
     */
    @Transactional(readOnly = true)
    public List<MarketEntity> search(String words, @Nullable String regionCode, int limit) {
        Asked asked = Asked.of(words);
        return asked.empty() ? List.of() : search.find(asked, regionCode, limit);
    }

    @Transactional(readOnly = true)
    public Optional<MarketEntity> find(long id) {
        return store.find(id);
    }

    /** @param uscc in any writing */
    @Transactional(readOnly = true)
    public Optional<MarketEntity> byCode(String uscc) {
        return store.byCode(SocialCreditCode.normal(uscc));
    }

    /** An entry with all that were merged into it: what happened to any of them happened to this business. */
    @Transactional(readOnly = true)
    public List<MarketEntity> withMerged(MarketEntity entity) {
        List<MarketEntity> all = new java.util.ArrayList<>(List.of(entity));
        all.addAll(store.mergedInto(entity.id()));
        return all;
    }

    /** Branches of an entity, at most 200. */
    @Transactional(readOnly = true)
    public List<MarketEntity> branches(MarketEntity entity) {
        return entity.uscc() == null ? List.of() : store.branchesOf(entity.uscc());
    }

    /** Shops that trade through an entity's platform, at most 200. */
    @Transactional(readOnly = true)
    public List<MarketEntity> shops(MarketEntity entity) {
        return entity.uscc() == null ? List.of() : store.shopsOn(entity.uscc());
    }

    /** What the entry said before its changes, newest first. */
    @Transactional(readOnly = true)
    public List<EntityStore.Past> past(long id) {
        return store.past(id);
    }

    /** @throws Problem 409 when there is an entry with this code already */
    @Transactional
    public MarketEntity add(MarketEntity entity) {
        unknown(entity);
        return store.find(store.insert(entity, clock.instant())).orElseThrow();
    }

    /**
     * @param version as the officer saw it
     * @throws Problem 404, 409 when another was first or the code is another entry's
     */
    @Transactional
    public MarketEntity correct(MarketEntity entity, int version, String person) {
        current(entity.id(), version);
        unknown(entity);
        store.update(entity, person, clock.instant());
        return store.find(entity.id()).orElseThrow();
    }

    /**
     * Two entries of one business: the first is found no more and leads to the other. Undone by {@link #separate}.
     *
     * @throws Problem 404, 409, 422 when it is the same entry or the other is merged itself
     */
    @Transactional
    public MarketEntity merge(long id, long into, int version, String person) {
        current(id, version);
        MarketEntity target = store.find(into).orElseThrow(Problem::notFound);
        if (id == into || target.mergedInto() != null) {
            throw Problem.invalid("into", "target", id == into ? "不能并入自己。" : "要并入的主体已经并入另一个，请选那一个。");
        }
        Instant now = clock.instant();
        store.merge(id, into, person, now);
        return store.find(id).orElseThrow();
    }

    /** @throws Problem 404, 409, 422 when it is not merged */
    @Transactional
    public MarketEntity separate(long id, int version, String person) {
        if (current(id, version).mergedInto() == null) {
            throw Problem.invalid("id", "not-merged", "这个主体没有并入别的主体。");
        }
        store.merge(id, null, person, clock.instant());
        return store.find(id).orElseThrow();
    }

    private MarketEntity current(long id, int version) {
        MarketEntity now = store.lock(id).orElseThrow(Problem::notFound);
        if (now.version() != version) {
            throw Problem.conflict("别人刚刚改过这个主体。请看一下现在的内容，再改一次。", java.util.Map.of("version", now.version()));
        }
        return now;
    }

    /** Neither code nor old number may be another entry's. */
    private void unknown(MarketEntity entity) {
        String uscc = entity.uscc();
        String number = entity.oldNumber();
        if (uscc != null) {
            store.alone(uscc);
            store.byCode(uscc).filter(other -> other.id() != entity.id()).ifPresent(other -> known("统一社会信用代码", other));
        }
        if (number != null) {
            store.alone(number);
            store.byOldNumber(number)
                    .filter(other -> other.id() != entity.id())
                    .ifPresent(other -> known("注册号", other));
        }
    }

    private static void known(String what, MarketEntity other) {
        throw Problem.conflict("这个" + what + "已经登记为“" + other.name() + "”。", java.util.Map.of("id", other.id()));
    }
}
