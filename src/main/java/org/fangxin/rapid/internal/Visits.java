package org.fangxin.rapid.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.store.VisitStore;
import org.fangxin.rapid.store.VisitStore.Visit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is told from the spot: arriving is an act of the case at its true time; leaving is kept here, and is one only with
 * photos or words, for these belong to the file. The same message sent again does nothing.
 */
@Component
public class Visits {
    /** A message later than this was noted without network and sent afterwards. */
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    private static final Duration FAST_CLOCK = Duration.ofMinutes(5);
    private static final Duration LAST_DAY = Duration.ofHours(24);

    private final CaseFiles cases;
    private final VisitStore store;
    private final InstantSource clock;

    Visits(CaseFiles cases, VisitStore store, InstantSource clock) {
        this.cases = cases;
        this.store = store;
        this.clock = clock;
    }

    /** Whether it was entered later than it took place. */
    public static boolean late(Visit visit) {
        return Duration.between(visit.at(), visit.recordedAt()).compareTo(AT_ONCE) > 0;
    }

    /** @param visit its recording time counts for nothing */
    @Transactional
    public Visit tell(Visit visit, Actor actor, String key, String text, List<String> photos) {
        Instant now = clock.instant();
        if (cases.find(visit.caseNo()).isEmpty()) {
            throw Problem.notFound();
        }
        if (visit.at().isAfter(now.plus(FAST_CLOCK))) {
            throw Problem.invalid("at", "future", "时间不能晚于现在。请看一下手机的时间对不对。");
        }
        if (visit.at().isBefore(now.minus(LAST_DAY))) {
            throw Problem.invalid("at", "too-old", "超过 24 小时的到场，请在案件页用“到场”补录，并填文书编号。");
        }
        Visit kept = kept(visit, actor, now);
        boolean fresh = store.add(kept, key);
        boolean arrived = visit.step().equals("ARRIVED");
        if (fresh && (arrived || !photos.isEmpty() || !text.isBlank())) {
            Act act = arrived ? Act.RECORD_ARRIVAL : Act.RECORD_DEPARTURE;
            cases.act(visit.caseNo(), act, actor, null, fields(kept, text, photos), null);
        }
        return kept;
    }

    private static Visit kept(Visit visit, Actor actor, Instant now) {
        Instant at = visit.at().isAfter(now) ? now : visit.at();
        return new Visit(
                visit.caseNo(),
                actor.id(),
                visit.step(),
                at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                now,
                visit.latitude(),
                visit.longitude(),
                visit.accuracy(),
                visit.place());
    }

    private static Map<String, Object> fields(Visit visit, String text, List<String> photos) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("occurredOn", visit.at().toString());
        if (!text.isBlank()) {
            fields.put("text", text);
        }
        if (!photos.isEmpty()) {
            fields.put("attachments", photos);
        }
        return fields;
    }
}
