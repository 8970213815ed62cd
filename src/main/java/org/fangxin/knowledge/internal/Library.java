package org.fangxin.knowledge.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.fangxin.identity.SignedIn;
import org.fangxin.knowledge.store.ArticleStore;
import org.fangxin.knowledge.store.ArticleStore.Article;
import org.fangxin.knowledge.store.ArticleStore.Text;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writing, publishing and withdrawing articles: who wrote a wording never publishes it. */
@Component
public class Library {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DRAFT = "DRAFT";
    private static final String PUBLISHED = "PUBLISHED";

    private final ArticleStore articles;
    private final InstantSource clock;

    Library(ArticleStore articles, InstantSource clock) {
        this.articles = articles;
        this.clock = clock;
    }

    public LocalDate today() {
        return clock.instant().atZone(ZONE).toLocalDate();
    }

    /** What holds for an agency, nearest first. */
    @Transactional(readOnly = true)
    public List<Article> published(String agency) {
        return articles.published(prefix(agency));
    }

    /** What the keeper of an agency looks after: what people say does not help first, then what is due for review. */
    @Transactional(readOnly = true)
    public List<Article> kept(SignedIn who) {
        return articles.kept(prefix(who.agencyCode())).stream()
                .sorted(Comparator.comparing(Article::doubted).reversed())
                .toList();
    }

    /** @param id the article of which this is the next wording, or null for a new one of the writer's agency */
    @Transactional
    public long write(SignedIn who, @Nullable Long id, Text text) {
        Instant now = clock.instant();
        long article = id == null ? articles.open(prefix(who.agencyCode()), now) : own(who, id);
        articles.draft(article, text, who.personId(), now);
        return article;
    }

    /** The draft takes the place of what is published. */
    @Transactional
    public void publish(SignedIn who, long id) {
        Article draft = articles.find(own(who, id), DRAFT).orElseThrow(Problem::notFound);
        if (draft.writtenBy().equals(who.personId())) {
            throw Problem.invalid("publish", "same-person", "自己写的条目不能自己发布，请另一个人核对后发布。");
        }
        Instant now = clock.instant();
        articles.move(id, PUBLISHED, "WITHDRAWN", who.personId(), now);
        articles.move(id, DRAFT, PUBLISHED, who.personId(), now);
    }

    @Transactional
    public void withdraw(SignedIn who, long id) {
        if (!articles.move(own(who, id), PUBLISHED, "WITHDRAWN", who.personId(), clock.instant())) {
            throw Problem.notFound();
        }
    }

    /** Counts that a published wording was used to answer, or that it did not help. Of nobody in particular. */
    @Transactional
    public void used(String agency, long id, boolean unhelpful) {
        Article article = articles.find(id, PUBLISHED)
                .filter(one -> prefix(agency).startsWith(one.agency()))
                .orElseThrow(Problem::notFound);
        articles.count(article, prefix(agency), today(), unhelpful);
    }

    /** Whether somebody may rewrite it and read what is said of it: those of the own agency and of those below. */
    public static boolean keeps(SignedIn who, Article article) {
        return keeps(who, article.agency());
    }

    private static boolean keeps(SignedIn who, String agency) {
        return agency.startsWith(prefix(who.agencyCode()));
    }

    /** @throws Problem 404 when it is not kept by who asks */
    long own(SignedIn who, long id) {
        if (!keeps(who, articles.agencyOf(id).orElseThrow(Problem::notFound))) {
            throw Problem.notFound();
        }
        return id;
    }

    /** 总局 is above all. */
    static String prefix(String agency) {
        return agency.equals("00") ? "" : agency;
    }
}
