package org.fangxin.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.RespondentView;
import org.fangxin.casefile.RespondentViews;
import org.fangxin.search.Found.Hit;
import org.fangxin.search.Found.Snippet;
import org.fangxin.search.store.HitRows;
import org.fangxin.search.store.HitRows.Live;
import org.fangxin.search.store.HitRows.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hits with the piece of text that shows why, cut from what the person may read: who only mediates reads the cleared
 * whitelist of others' complaints (Art. 37) and finds nothing else quoted.
 */
@Component
class Snippets {
    private final HitRows rows;
    private final RespondentViews views;

    Snippets(HitRows rows, RespondentViews views) {
        this.rows = rows;
        this.views = views;
    }

    /** @param by how they were found when not by words; null by words */
    List<Hit> of(List<Live> page, Wanted wanted, Actor actor, @Nullable String by) {
        List<Long> ids = page.stream().map(Live::id).toList();
        Map<Long, Shown> shown = rows.shown(ids);
        Map<Long, String> stories = rows.stories(ids.stream()
                .filter(id -> page.stream().anyMatch(live -> live.id() == id && !outside(live, actor)))
                .toList());
        List<Hit> hits = new ArrayList<>();
        for (Live live : page) {
            Shown text = shown.get(live.id());
            if (text != null) {
                Shown readable = outside(live, actor) ? whitelist(text) : text;
                hits.add(hit(live, readable, stories.getOrDefault(live.id(), ""), wanted, by));
            }
        }
        return hits;
    }

    private static boolean outside(Live live, Actor actor) {
        return live.kind().equals(Kind.COMPLAINT.name())
                && actor.mediatesOnly()
                && actor.seat(Kind.COMPLAINT, live.handlers()).isEmpty();
    }

    private Shown whitelist(Shown text) {
        RespondentView view = views.of(text.caseNo()).orElse(null);
        return new Shown(
                text.caseNo(),
                text.submissionNo(),
                view == null ? "" : view.dispute(),
                text.merchant(),
                view == null ? null : view.bought().goods());
    }

    private static Hit hit(Live live, Shown text, String story, Wanted wanted, @Nullable String by) {
        List<Snippet> snippets = new ArrayList<>();
        snippets.add(new Snippet("caseNo", text.caseNo(), Marks.ofNumber(text.caseNo(), wanted)));
        snippets.add(new Snippet("merchant", text.merchant(), Marks.ofName(text.merchant(), wanted)));
        if (!text.summary().isEmpty()) {
            snippets.add(new Snippet("summary", text.summary(), Marks.of(text.summary(), wanted)));
        }
        String goods = text.goods();
        if (goods != null && !goods.isBlank()) {
            snippets.add(new Snippet("goods", goods, Marks.of(goods, wanted)));
        }
        Snippet content = Marks.window("content", story, wanted);
        if (!content.ranges().isEmpty() && !story.equals(text.summary())) {
            snippets.add(content);
        }
        String otherwise = snippets.stream().allMatch(s -> s.ranges().isEmpty()) ? "other" : null;
        return new Hit(
                text.caseNo(),
                live.kind(),
                live.stage(),
                live.agency(),
                live.receivedAt(),
                snippets,
                by == null ? otherwise : by);
    }
}
