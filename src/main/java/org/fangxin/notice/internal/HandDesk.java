package org.fangxin.notice.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.identity.Role;
import org.fangxin.law.Settings;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.OutboxStore.State;
import org.fangxin.notice.store.OutboxStore.ToRecord;
import org.fangxin.notice.store.ReceiptStore;
import org.fangxin.notice.store.ReceiptStore.Outcome;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an officer does with a message: brings it, sends it again, another way, or says that it came back. */
@Component
public class HandDesk {
    private static final Set<Role> MAY =
            Set.of(Role.HANDLER, Role.INVESTIGATOR, Role.REGISTRAR, Role.MEDIATOR, Role.INTAKE);

    private final OutboxStore outbox;
    private final ReceiptStore receipts;
    private final Settlement settlement;
    private final Carriers carriers;
    private final CaseFiles cases;
    private final Settings settings;
    private final InstantSource clock;

    HandDesk(
            OutboxStore outbox,
            ReceiptStore receipts,
            Settlement settlement,
            Carriers carriers,
            CaseFiles cases,
            Settings settings,
            InstantSource clock) {
        this.outbox = outbox;
        this.receipts = receipts;
        this.settlement = settlement;
        this.carriers = carriers;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Told by hand: recorded with the case in the officer's name.
     *
     * @param channel how, as the act's own form names it: PHONE, LETTER, IN_PERSON, SMS, EMAIL
     * @param proof number of the call record, the letter, or the like
     */
    @Transactional
    public void done(long id, Actor officer, @Nullable String channel, @Nullable String proof) {
        Row row = open(id, officer, Set.of(State.BY_HAND, State.DEAD, State.WAITING, State.SENT));
        if (channel == null
                || !Set.of("PHONE", "LETTER", "IN_PERSON", "SMS", "EMAIL").contains(channel)) {
            throw Problem.invalid("channel", "unknown", "请选告知方式：电话、邮寄、当面、短信或者电子邮件。");
        }
        if (channel.equals("LETTER") && (proof == null || proof.isBlank())) {
            throw Problem.invalid("proof", "required", "请填邮件号码，作为寄出的凭证。");
        }
        Instant now = clock.instant();
        row.duties().forEach(duty -> record(row, officer, duty, channel, proof, true));
        receipts.add(row.id(), row.attempts(), Outcome.BY_HAND, proof, channel, now);
        outbox.settle(row.id(), State.DONE, ToRecord.NOTHING, null, now);
    }

    /** It came back: a letter returned, a mail bounced. */
    @Transactional
    public void returned(long id, Actor officer) {
        Row row = open(id, officer, Set.of(State.SENT, State.DELIVERED, State.DONE));
        Instant now = clock.instant();
        row.duties().forEach(duty -> record(row, officer, duty, row.channel().recorded(), null, false));
        receipts.add(row.id(), row.attempts(), Outcome.FAILED, null, "RETURNED", now);
        outbox.settle(row.id(), State.DEAD, ToRecord.NOTHING, "RETURNED", now);
    }

    /** Once more, by the same channel or another. */
    @Transactional
    public void again(long id, Actor officer, @Nullable String wanted) {
        Row row = open(id, officer, Set.of(State.DEAD, State.BY_HAND));
        NoticeChannel channel = Arrays.stream(NoticeChannel.values())
                .filter(one -> one != NoticeChannel.IN_APP && one.name().equalsIgnoreCase(String.valueOf(wanted)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("channel", "unknown", "请选短信、邮件、电话或者信函。"));
        if (channel.sent() && !carriers.working(channel)) {
            throw Problem.invalid(
                    "channel",
                    "off",
                    channel.chinese() + "现在发不出去：" + carriers.off(channel).orElse("没有接通。"));
        }
        Instant now = clock.instant();
        Instant notBefore =
                channel.sent() ? QuietHours.of(settings, row.agency()).next(now, null) : now;
        outbox.reroute(row.id(), channel, channel.sent() ? State.WAITING : State.BY_HAND, notBefore, now);
    }

    private Row open(long id, Actor officer, Set<State> states) {
        Row row = outbox.hold(id).orElseThrow(Problem::notFound);
        if (officer.roles().stream().noneMatch(MAY::contains)) {
            throw Problem.notFound();
        }
        if (!states.contains(row.state())) {
            throw Problem.conflict("这一件已经办过了，请刷新看看。", Map.of());
        }
        return row;
    }

    private void record(
            Row row, Actor officer, String duty, String channel, @Nullable String proof, boolean delivered) {
        boolean owed = cases.find(row.caseNo())
                .flatMap(state -> state.duties().find(duty))
                .filter(found -> found.dischargedAt() == null)
                .isPresent();
        if (owed != delivered) {
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dutyId", duty);
        fields.put("channel", channel);
        fields.put("delivered", delivered);
        if (proof != null && !proof.isBlank()) {
            fields.put("proof", proof.strip());
        }
        cases.act(row.caseNo(), Act.RECORD_NOTICE, officer, null, fields, null);
    }

    @Transactional(readOnly = true)
    public Row one(long id) {
        return outbox.find(id).orElseThrow(Problem::notFound);
    }

    /** Everything about a case's notices, newest first. */
    @Transactional(readOnly = true)
    public List<Row> ofCase(String caseNo) {
        cases.find(caseNo).orElseThrow(Problem::notFound);
        return outbox.ofCase(caseNo);
    }
}
