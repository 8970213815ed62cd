package org.fangxin.knowledge;

import java.util.List;
import org.fangxin.knowledge.internal.Finder;
import org.fangxin.knowledge.internal.Library;
import org.fangxin.knowledge.internal.Ratings;
import org.springframework.stereotype.Component;

/** The answers that everybody may read: published, and open to the public. */
@Component
public class OpenAnswers {
    private final Library library;
    private final Finder finder;
    private final Ratings ratings;

    OpenAnswers(Library library, Finder finder, Ratings ratings) {
        this.library = library;
        this.finder = finder;
        this.ratings = ratings;
    }

    /** A question in its plainest words, its answer, the law that says so, what it is about, and which wording it is. */
    public record OpenAnswer(String title, String answer, String sources, Topic topic, long id, int version) {}

    /**
     * Those that fit a question, best first; all of them for an empty one.
     *
     * @param region code of a county, whose own answers come too; empty for those of the whole country
     */
    public List<OpenAnswer> find(String question, String region) {
        return finder
                .find(
                        question,
                        library.published(region).stream()
                                .filter(one -> one.text().openToPublic())
                                .toList())
                .stream()
                .map(one -> new OpenAnswer(
                        one.text().title(),
                        one.text().answer(),
                        one.text().sources(),
                        one.text().topic(),
                        one.id(),
                        one.version()))
                .toList();
    }

    /**
     * Counts what somebody of the public says of an answer.
     *
     * @throws org.fangxin.problem.Problem 404 for a wording that is not open
     */
    public void rate(long id, Rating rating, String region) {
        ratings.rate(id, rating, region, true);
    }
}
