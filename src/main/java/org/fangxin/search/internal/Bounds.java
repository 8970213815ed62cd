package org.fangxin.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Actor;
import org.fangxin.merchant.NameKeys;
import org.fangxin.search.Question;
import org.fangxin.search.store.Ask;
import org.fangxin.search.store.HitRows.Live;

/** What narrows a question beside its words, said to the index and held against each row. Pure. */
record Bounds(Question question, String agency) {
    /** Empty for an agency outside the own subtree; a wider one than the own is the own. */
    static Optional<Bounds> of(Question question, Actor actor) {
        String own = nation(actor.agency());
        String asked = question.agency() == null ? own : nation(question.agency());
        if (asked.startsWith(own)) {
            return Optional.of(new Bounds(question, asked));
        }
        return own.startsWith(asked) ? Optional.of(new Bounds(question, own)) : Optional.empty();
    }

    private static String nation(String agency) {
        String plain = NameKeys.plain(agency);
        return plain.equals("00") ? "" : plain;
    }

    Ask ask(String everywhere, String listed, Actor actor) {
        List<String> parts = new ArrayList<>();
        if (!agency.isEmpty()) {
            parts.add(TermQuery.quoted("@" + agency));
        }
        if (!question.kinds().isEmpty()) {
            parts.add(TermQuery.any(
                    question.kinds().stream().map(kind -> "!" + kind).toList()));
        }
        String goods = question.goods();
        if (goods != null) {
            parts.add(TermQuery.quoted("%" + NameKeys.plain(goods)));
        }
        if (question.year() != null) {
            parts.add(TermQuery.quoted("+" + question.year()));
        }
        return new Ask(
                everywhere,
                listed,
                String.join(" & ", parts),
                actor.mediatesOnly() ? actor.id() : null,
                agency,
                question.stages());
    }

    boolean hold(Live live) {
        return live.agency().startsWith(agency)
                && (question.kinds().isEmpty() || question.kinds().contains(live.kind()))
                && (question.stages().isEmpty() || question.stages().contains(live.stage()))
                && (question.goods() == null || question.goods().equals(live.goodsCode()))
                && (question.year() == null || Facets.year(live).equals(String.valueOf(question.year())));
    }
}
