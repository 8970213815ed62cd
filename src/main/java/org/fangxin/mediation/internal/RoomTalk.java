package org.fangxin.mediation.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.Side;
import org.fangxin.mediation.store.LineStore;
import org.fangxin.mediation.store.LineStore.Draft;
import org.fangxin.mediation.store.LineStore.Line;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Speaking in a room. The same key from the same person is the same message, however often it is sent. */
@Component
public class RoomTalk {
    private static final int LONGEST = 2000;
    private static final int MOST_FILES = 5;

    private final CaseFiles cases;
    private final LineStore lines;
    private final RoomFloor floor;
    private final RoomBell bell;

    RoomTalk(CaseFiles cases, LineStore lines, RoomFloor floor, RoomBell bell) {
        this.cases = cases;
        this.lines = lines;
        this.floor = floor;
        this.bell = bell;
    }

    /**
     * @param to ALL, or for the mediator one side alone (a talk that the other side never sees)
     * @param files uploads that nobody took yet; they become the case's
     * @throws Problem 422 for what is wrong with it, 409 when the room is over
     */
    @Transactional
    public void say(Seat seat, String text, List<String> files, @Nullable String to, @Nullable String key) {
        String audience = audience(seat, to);
        String words = text.strip();
        check(words, files);
        floor.take(seat);
        byte[] hash = key == null || key.isBlank() ? null : RoomSecrets.hash(key);
        if (hash != null && again(seat, hash, words)) {
            return;
        }
        if (!files.isEmpty()) {
            handIn(seat, files);
        }
        Instant now = floor.now();
        lines.append(seat, new Draft("TEXT", audience, words, null, List.copyOf(files), hash), now);
        bell.afterCommit();
    }

    boolean again(Seat seat, byte[] hash, String words) {
        Optional<Line> sent = lines.sent(seat, hash);
        if (sent.isPresent() && !sent.get().text().equals(words)) {
            throw Problem.invalid("Idempotency-Key", "reused", "这条已经用同一个编号发过别的内容，请重新发送。");
        }
        return sent.isPresent();
    }

    /** Sides talk to all, or to the mediator alone; the mediator to all or to one side. */
    private static String audience(Seat seat, @Nullable String to) {
        if (to == null || to.isBlank() || to.equals(LineStore.ALL)) {
            return LineStore.ALL;
        }
        if (seat.mediates() && (to.equals(Side.COMPLAINANT.name()) || to.equals(Side.RESPONDENT.name()))) {
            return to;
        }
        if (!seat.mediates() && to.equals(Side.MEDIATOR.name())) {
            return seat.side().name();
        }
        throw Problem.invalid("to", "code", "请选发给双方，还是只和一方说。");
    }

    private static void check(String words, List<String> files) {
        if (words.isEmpty() && files.isEmpty()) {
            throw Problem.invalid("text", "required", "请写要说的话，或者选文件。");
        }
        if (words.length() > LONGEST) {
            throw Problem.invalid("text", "too-long", "一次最多写 " + LONGEST + " 字，请分开发。");
        }
        if (files.size() > MOST_FILES) {
            throw Problem.invalid("attachments", "too-many", "一次最多发 " + MOST_FILES + " 个文件。");
        }
    }

    /** The case takes the files (Art. 20): an entry says who handed in which. */
    private void handIn(Seat seat, List<String> files) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("attachments", files);
        if (!seat.mediates()) {
            fields.put("party", seat.side().name());
        }
        cases.act(seat.caseNo(), Act.RECEIVE_IN_MEDIATION, Actor.SYSTEM, null, fields, null);
    }
}
