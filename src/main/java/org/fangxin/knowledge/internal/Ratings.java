package org.fangxin.knowledge.internal;

import java.util.List;
import org.fangxin.identity.SignedIn;
import org.fangxin.knowledge.Rating;
import org.fangxin.knowledge.store.RatingStore;
import org.fangxin.knowledge.store.RatingStore.Remark;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What those who got an answer say of it, and what its keepers read of that. */
@Component
public class Ratings {
    private static final int MOST = 100;

    private final RatingStore store;
    private final Library library;

    Ratings(RatingStore store, Library library) {
        this.store = store;
        this.library = library;
    }

    /** @throws Problem 404 for a wording that nobody there can have read */
    @Transactional
    public void rate(long id, Rating rating, String agency, boolean fromPublic) {
        String prefix = Library.prefix(agency);
        if (!store.readable(id, rating.version(), prefix, fromPublic)) {
            throw Problem.notFound();
        }
        store.count(id, rating, prefix, fromPublic, library.today());
        String remark = rating.remark();
        if (remark != null) {
            store.remark(id, rating.version(), remark, rating.helpful(), fromPublic, library.today());
        }
    }

    /** For who keeps the article; the newest first. */
    @Transactional(readOnly = true)
    public List<Remark> remarks(SignedIn who, long id) {
        return store.remarks(library.own(who, id), MOST);
    }
}
