package org.fangxin.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed in mediation, point by point, and what became of each (Art. 24, 25). An agreement recorded as a whole is
 * one point, {@code "1"}, that the respondent owes. Immutable.
 *
 * @param points in order
 */
public record Agreement(List<Point> points) {
    public static final Agreement NONE = new Agreement(List.of());

    public Agreement {
        points = List.copyOf(points);
    }

    /**
     * One point.
     *
     * @param by the day by which it is to be done, or null
     * @param result PERFORMED, PARTLY, NOT, or null while nobody said
     * @param reminded whoever owes it was reminded
     * @param overdue its day passed and the handler was told
     */
    public record Point(
            String id,
            PartyRole who,
            @Nullable LocalDate by,
            @Nullable String result,
            boolean reminded,
            boolean overdue) {
        public boolean performed() {
            return "PERFORMED".equals(result);
        }

        public Point ended(String how) {
            return new Point(id, who, by, how, reminded, overdue);
        }

        public Point reminded(boolean late) {
            return new Point(id, who, by, result, true, overdue || late);
        }
    }

    public Optional<Point> find(String id) {
        return points.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    /** @param id which one, null for all */
    public Agreement changed(@Nullable String id, UnaryOperator<Point> change) {
        return new Agreement(points.stream()
                .map(point -> id == null || point.id().equals(id) ? change.apply(point) : point)
                .toList());
    }
}
