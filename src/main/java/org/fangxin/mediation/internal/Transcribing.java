package org.fangxin.mediation.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Fields;
import org.fangxin.cipher.Sm3;
import org.fangxin.identity.People;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.store.LineStore;
import org.fangxin.mediation.store.LineStore.Line;
import org.fangxin.mediation.store.RoomStore;
import org.fangxin.mediation.store.RoomStore.Room;
import org.fangxin.mediation.store.TranscriptStore;
import org.fangxin.mediation.store.TranscriptStore.Transcript;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the record of what was said to all (Art. 24: without a letter, good records are kept). What the mediator said to one
 * side alone is no part of it. Written once; its hash goes into the journal.
 */
@Component
public class Transcribing {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int MOST = 5000;

    private final CaseFiles cases;
    private final RoomStore rooms;
    private final LineStore lines;
    private final TranscriptStore transcripts;
    private final AttachmentCatalogue files;
    private final People people;
    private final JsonMapper json;
    private final RoomFloor floor;
    private final RoomBell bell;

    Transcribing(
            CaseFiles cases,
            RoomStore rooms,
            LineStore lines,
            TranscriptStore transcripts,
            AttachmentCatalogue files,
            People people,
            JsonMapper json,
            RoomFloor floor,
            RoomBell bell) {
        this.cases = cases;
        this.rooms = rooms;
        this.lines = lines;
        this.transcripts = transcripts;
        this.files = files;
        this.people = people;
        this.json = json;
        this.floor = floor;
        this.bell = bell;
    }

    /** @throws Problem 409 when nothing was said */
    @Transactional
    public Transcript make(Seat mediator) {
        Room room = rooms.lock(mediator.roomId()).orElseThrow(Problem::notFound);
        List<Line> said = lines.after(mediator, 0, MOST).stream()
                .filter(line -> line.audience().equals(LineStore.ALL))
                .toList();
        if (said.stream()
                .noneMatch(line -> line.kind().equals("TEXT") || line.kind().equals("PROPOSAL"))) {
            throw Problem.conflict("调解室里还没有人说话，没有可以整理的。", Map.of());
        }
        Instant now = floor.now();
        String text = text(room, mediator, said, now);
        Transcript made = new Transcript(
                RoomSecrets.id("rec"),
                room.roomId(),
                room.caseNo(),
                text,
                Sm3.hex(text),
                said.size(),
                now,
                mediator.author());
        transcripts.insert(made);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("transcript", made.transcriptId());
        fields.put("sm3", made.sm3());
        fields.put("lines", made.lines());
        fields.put("by", mediator.author());
        cases.act(room.caseNo(), Act.RECORD_TRANSCRIPT, Actor.SYSTEM, null, fields, null);
        bell.afterCommit();
        return made;
    }

    private String text(Room room, Seat mediator, List<Line> said, Instant now) {
        List<String> out = new ArrayList<>();
        out.add("网上调解记录");
        out.add("案号：" + room.caseNo());
        out.add("争议事项：" + room.topic());
        out.add("开始：" + at(room.openedAt()) + "　整理：" + at(now));
        out.add("调解人员：" + people.displayNames(List.of(mediator.author())).getOrDefault(mediator.author(), ""));
        out.add("");
        said.forEach(line -> out.add(at(line.at()) + " " + line.side().chinese() + "：" + words(line)));
        return String.join("\n", out) + "\n";
    }

    private String words(Line line) {
        return switch (line.kind()) {
            case "TEXT" -> line.text() + attached(line);
            case "PROPOSAL" -> "提出方案：" + offer(json.readValue(line.text(), Offer.class));
            case "ACCEPTED" -> "同意方案";
            case "DECLINED" -> "不同意方案";
            case "WITHDRAWN" -> "撤回方案";
            case "RETURNED" -> "退回方案：" + line.text();
            case "CONFIRMED" -> "确认双方达成调解协议";
            case "JOINED" -> "进入调解室";
            case "VIDEO" -> line.text().isEmpty() ? "取消视频会议" : "提供视频会议";
            case "ENDED" -> "结束网上调解";
            default -> throw new IllegalStateException("an unknown kind of line: " + line.kind());
        };
    }

    private String attached(Line line) {
        StringBuilder names = new StringBuilder();
        files.of(line.attachments())
                .forEach(file -> names.append("［文件 ")
                        .append(file.fileName())
                        .append(" SM3 ")
                        .append(file.sm3())
                        .append("］"));
        return names.toString();
    }

    private static String offer(Offer offer) {
        StringBuilder words = new StringBuilder();
        int n = 0;
        for (Offer.Point point : offer.items()) {
            n++;
            words.append(n == 1 ? "" : "；").append(n).append(". ");
            words.append(point.who().equals("RESPONDENT") ? "被投诉人" : "投诉人").append(point.what());
            if (point.amount() != null) {
                words.append("，").append(point.amount().toPlainString()).append(" 元");
            }
            if (point.by() != null) {
                words.append("，").append(point.by()).append(" 以前");
            }
        }
        return offer.note() == null ? words.toString() : words + "。" + offer.note();
    }

    private static String at(Instant at) {
        return MINUTE.format(at.atZone(Fields.ZONE));
    }
}
