package org.fangxin.intake.internal.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.intake.internal.CaseParts;
import org.fangxin.intake.internal.Destination;
import org.fangxin.intake.internal.Opening;
import org.fangxin.intake.store.ImportRowStore;
import org.fangxin.intake.store.ImportRowStore.Known;
import org.fangxin.intake.store.ImportRowStore.Result;
import org.fangxin.intake.store.ImportStore.Job;
import org.fangxin.intake.store.SubmissionStore;
import org.springframework.stereotype.Component;

/**
 * Lets rows land: each becomes one submission with one case, or is recognised as one that landed before. Runs in the
 * caller's transaction and the program's own scope.
 */
@Component
class Landing {
    static final String LANDED = "LANDED";
    static final String SKIPPED = "SKIPPED";
    static final String FAILED = "FAILED";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CaseFiles cases;
    private final Destination destination;
    private final Opening opening;
    private final SubmissionStore submissions;
    private final ImportRowStore rows;
    private final RowKeys keys;

    Landing(
            CaseFiles cases,
            Destination destination,
            Opening opening,
            SubmissionStore submissions,
            ImportRowStore rows,
            RowKeys keys) {
        this.cases = cases;
        this.destination = destination;
        this.opening = opening;
        this.submissions = submissions;
        this.rows = rows;
        this.keys = keys;
    }

    /** What becomes of the rows, in their order; written unless it is a dry run. */
    List<Result> land(Job job, List<RowReading> readings, String headerSm3, Instant now) {
        Map<RowReading.Good, RowKeys.Key> keyed = new LinkedHashMap<>();
        for (RowReading reading : readings) {
            if (reading instanceof RowReading.Good good) {
                keyed.put(good, keys.of(good, headerSm3));
            }
        }
        Map<String, Known> known = new LinkedHashMap<>(rows.known(
                job.agency(), keyed.values().stream().map(RowKeys.Key::row).toList()));
        List<Result> results = new ArrayList<>();
        List<RowReading.Good> fresh = new ArrayList<>();
        for (RowReading reading : readings) {
            switch (reading) {
                case RowReading.Bad bad -> results.add(failed(bad));
                case RowReading.Good good -> {
                    RowKeys.Key key = java.util.Objects.requireNonNull(keyed.get(good));
                    Known before = known.putIfAbsent(hex(key.row()), new Known("", key.content()));
                    if (before == null) {
                        fresh.add(good);
                    } else {
                        results.add(repeated(good, key, before));
                    }
                }
            }
        }
        results.addAll(job.dryRun() ? fresh.stream().map(Landing::wouldLand).toList() : open(job, fresh, keyed, now));
        return results;
    }

    private List<Result> open(
            Job job, List<RowReading.Good> fresh, Map<RowReading.Good, RowKeys.Key> keyed, Instant now) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<String> numbers = submissions.nextNumbers(job.agency(), now, fresh.size());
        List<NewCase> parts = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            parts.add(part(job, fresh.get(i), numbers.get(i), now));
        }
        List<CaseState> opened = cases.open(parts, new Actor(job.createdBy(), job.agency(), Set.of()), now);
        List<Result> results = new ArrayList<>();
        List<SubmissionStore.Row> written = new ArrayList<>();
        List<Opening.Made> made = new ArrayList<>();
        List<ImportRowStore.Fresh> remembered = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            RowReading.Good good = fresh.get(i);
            CaseState state = opened.get(i);
            RowKeys.Key key = java.util.Objects.requireNonNull(keyed.get(good));
            written.add(new SubmissionStore.Row(
                    numbers.get(i), job.agency(), good.submission(), state.receivedAt(), now, job.createdBy(), null));
            made.add(new Opening.Made(numbers.get(i), 1, good.submission(), state));
            remembered.add(new ImportRowStore.Fresh(key.row(), key.content(), state.caseNo()));
            results.add(landed(good, state.caseNo()));
        }
        submissions.insert(written);
        opening.write(made, now);
        rows.remember(job.agency(), job.id(), remembered);
        return results;
    }

    private NewCase part(Job job, RowReading.Good good, String number, Instant now) {
        Kind kind = good.submission().kinds().iterator().next();
        Destination.Choice choice = destination.of(kind, good.submission(), job.agency());
        CaseParts.Frame frame = new CaseParts.Frame(number, receivedAt(good, now), "SUBMISSION");
        NewCase part = CaseParts.of(kind, good.submission(), choice, frame, List.of(), null, false);
        return good.lacking().isEmpty() ? part : lacking(part, good.lacking());
    }

    /** A complaint that another platform has taken in lands without what Art. 10 asks for, and says what is missing. */
    private static NewCase lacking(NewCase part, List<String> what) {
        Set<Flag> flags = EnumSet.of(Flag.MATERIAL_REQUESTED);
        flags.addAll(part.flags());
        String reason = part.route().reason() + "批量导入，还缺：" + String.join("、", what) + "。";
        return new NewCase(
                part.kind(),
                part.agency(),
                part.receivedAt(),
                part.channel(),
                part.source(),
                part.submissionNo(),
                part.related(),
                part.narrative(),
                part.parties(),
                new NewCase.Route(part.route().articles(), reason, part.route().candidates()),
                flags,
                part.topics(),
                part.greenChannel(),
                part.attachments());
    }

    private static Instant receivedAt(RowReading.Good good, Instant now) {
        LocalDate day = good.receivedOn();
        return day == null || day.equals(now.atZone(ZONE).toLocalDate())
                ? now
                : day.atStartOfDay(ZONE).toInstant();
    }

    private static Result failed(RowReading.Bad bad) {
        return new Result(bad.line(), FAILED, bad.column(), bad.original(), bad.problem(), bad.howToFix(), null);
    }

    private static Result repeated(RowReading.Good good, RowKeys.Key key, Known before) {
        boolean same = java.security.MessageDigest.isEqual(key.content(), before.content());
        String where = before.caseNo().isEmpty() ? "本文件前面的一行" : "案件 " + before.caseNo();
        String caseNo = before.caseNo().isEmpty() ? null : before.caseNo();
        if (same) {
            return new Result(good.line(), SKIPPED, null, null, "已经导入过，与" + where + "相同", null, caseNo);
        }
        return new Result(
                good.line(),
                FAILED,
                null,
                good.externalNo(),
                "编号与" + where + "相同，内容不同",
                "真是另一件，请改编号；要更改原来那件，请打开案件更正。",
                caseNo);
    }

    private static Result landed(RowReading.Good good, String caseNo) {
        return new Result(good.line(), LANDED, null, null, note(good), null, caseNo);
    }

    private static Result wouldLand(RowReading.Good good) {
        return new Result(good.line(), LANDED, null, null, note(good), null, null);
    }

    private static @org.jspecify.annotations.Nullable String note(RowReading.Good good) {
        String lacking = good.lacking().isEmpty() ? "" : "还缺：" + String.join("、", good.lacking()) + "。";
        String note = lacking + good.note();
        return note.isEmpty() ? null : note;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
