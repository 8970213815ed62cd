package org.fangxin.mediation.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.LeavingWords;
import org.fangxin.casefile.Stage;
import org.fangxin.intake.TrackingCodes;
import org.fangxin.mediation.MediationRooms;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.Side;
import org.fangxin.mediation.store.InvitationStore;
import org.fangxin.mediation.store.LineStore;
import org.fangxin.mediation.store.LineStore.Draft;
import org.fangxin.mediation.store.RoomStore;
import org.fangxin.mediation.store.RoomStore.Room;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the mediator does with a room: opens it, asks people in, shows a video link, ends it. */
@Component
public class Hosting {
    private static final Duration INVITED_FOR = Duration.ofDays(7);
    private static final int LONGEST_TOPIC = 1000;
    private static final int LONGEST_LINK = 500;
    private static final List<String> ONLINE = List.of("INTERNET", "VIDEO", "AUDIO");

    private final CaseFiles cases;
    private final RoomStore rooms;
    private final LineStore lines;
    private final InvitationStore invitations;
    private final RoomSecrets secrets;
    private final Sides sides;
    private final TrackingCodes tracking;
    private final RoomFloor floor;
    private final RoomBell bell;
    private final InstantSource clock;

    Hosting(
            CaseFiles cases,
            RoomStore rooms,
            LineStore lines,
            InvitationStore invitations,
            RoomSecrets secrets,
            Sides sides,
            TrackingCodes tracking,
            RoomFloor floor,
            RoomBell bell,
            InstantSource clock) {
        this.cases = cases;
        this.rooms = rooms;
        this.lines = lines;
        this.invitations = invitations;
        this.secrets = secrets;
        this.sides = sides;
        this.tracking = tracking;
        this.floor = floor;
        this.bell = bell;
        this.clock = clock;
    }

    @Transactional
    public Seat open(String caseNo, Actor by, String topic, @Nullable Instant at) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        String words = topic.strip();
        if (words.isEmpty() || words.length() > LONGEST_TOPIC) {
            throw Problem.invalid("topic", "length", "请写争议事项，双方都看得到，最多 " + LONGEST_TOPIC + " 字。不要写举报内容和联系方式。");
        }
        LeavingWords.leak(words).ifPresent(leak -> {
            throw Problem.invalid("topic", leak.name().toLowerCase(Locale.ROOT), leak.of("争议事项"));
        });
        Instant now = clock.instant();
        if (awaitsNone(state)) {
            Map<String, Object> session = new LinkedHashMap<>();
            Instant when = at == null || at.isBefore(now) ? now.plusSeconds(60) : at;
            session.put("at", OffsetDateTime.ofInstant(when, Fields.ZONE).toString());
            session.put("mode", "INTERNET");
            cases.act(caseNo, Act.SCHEDULE_MEDIATION, by, null, session, null);
        }
        Optional<Room> before = rooms.ofCase(caseNo);
        if (before.isPresent() && before.get().endedAt() == null) {
            throw Problem.conflict("本案已经开了网上调解室。", Map.of());
        }
        String id = RoomSecrets.id("room");
        rooms.insert(id, caseNo, words, by.id(), now);
        bell.afterCommit();
        return new Seat(id, caseNo, Side.MEDIATOR, by.id());
    }

    /** No online session is planned that was not held since. */
    private static boolean awaitsNone(CaseState state) {
        boolean mediated = state.stage() == Stage.ACCEPTED || state.stage() == Stage.MEDIATING;
        var mediation = state.complaint().mediation();
        return !mediated
                || !mediation.awaited()
                || !ONLINE.contains(mediation.scheduled().getLast().mode());
    }

    @Transactional
    public MediationRooms.Invitation invite(Seat mediator, Side side) {
        if (side == Side.MEDIATOR) {
            throw Problem.invalid("side", "code", "请选邀请投诉人还是被投诉人。");
        }
        Room room = floor.take(mediator);
        Instant now = clock.instant();
        invitations.revokeAll(room.roomId(), side, now);
        sides.of(room.caseNo(), side);
        boolean tracked = side == Side.COMPLAINANT && tracking.given(room.caseNo());
        String id = RoomSecrets.id("inv");
        RoomSecrets.@Nullable Pin pin = tracked ? null : secrets.pin(id);
        String token = RoomSecrets.fresh();
        Instant until = now.plus(INVITED_FOR);
        invitations.insert(
                new InvitationStore.Invitation(
                        id,
                        room.roomId(),
                        side,
                        tracked ? "TRACKING" : "PIN",
                        pin == null ? 0 : pin.key(),
                        pin == null ? null : pin.mac(),
                        now,
                        until,
                        null,
                        0,
                        false),
                RoomSecrets.hash(token),
                mediator.author());
        bell.afterCommit();
        return new MediationRooms.Invitation(id, side, "/mediation#" + token, pin == null ? null : pin.clear(), until);
    }

    @Transactional
    public void revoke(Seat mediator, String invitationId) {
        if (!invitations.revoke(mediator.roomId(), invitationId, clock.instant())) {
            throw Problem.notFound();
        }
        bell.afterCommit();
    }

    /** Shows both sides a meeting of the bureau's own video service; empty takes it away. */
    @Transactional
    public void video(Seat mediator, @Nullable String address) {
        floor.take(mediator);
        String link = address == null || address.isBlank() ? null : address.strip();
        if (link != null && !safe(link)) {
            throw Problem.invalid("video", "https", "视频会议的链接要以 https:// 开头，最多 " + LONGEST_LINK + " 个字符。");
        }
        rooms.video(mediator.roomId(), link);
        lines.append(mediator, Draft.event("VIDEO", link == null ? "" : "1", null), clock.instant());
        bell.afterCommit();
    }

    private static boolean safe(String link) {
        try {
            URI uri = new URI(link);
            return link.length() <= LONGEST_LINK
                    && "https".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    @Transactional
    public void end(Seat mediator) {
        floor.take(mediator);
        lines.append(mediator, Draft.event("ENDED", null, null), clock.instant());
        rooms.end(mediator.roomId(), "MEDIATOR", clock.instant());
        bell.afterCommit();
    }
}
