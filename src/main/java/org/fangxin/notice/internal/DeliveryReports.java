package org.fangxin.notice.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.NoticeSettings.Reports;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.ReceiptStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what a gateway reports of messages that it was given. Unknown numbers change nothing; repeats neither. */
@Component
public class DeliveryReports {
    private static final int LONGEST = 20_000;

    private final Reports settings;
    private final ReceiptStore receipts;
    private final OutboxStore outbox;
    private final Settlement settlement;
    private final TransactionTemplate transaction;

    @Autowired
    DeliveryReports(
            NoticeSettings settings,
            ReceiptStore receipts,
            OutboxStore outbox,
            Settlement settlement,
            TransactionTemplate transaction) {
        this(settings.sms().reports(), receipts, outbox, settlement, transaction);
    }

    DeliveryReports(
            Reports settings,
            ReceiptStore receipts,
            OutboxStore outbox,
            Settlement settlement,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.receipts = receipts;
        this.outbox = outbox;
        this.settlement = settlement;
        this.transaction = transaction;
    }

    /** @throws Problem 404 without the token: the way in does not exist for others */
    public void take(@Nullable String token, String body) {
        requireToken(settings.token(), token);
        String report = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
        Optional<String> number = SmsGateway.group(settings.receipt(), report);
        boolean delivered = SmsGateway.found(settings.delivered(), report);
        number.ifPresent(proof -> Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status -> receipts.accepted(proof)
                        .flatMap(outbox::hold)
                        .filter(row -> row.channel() == NoticeChannel.SMS)
                        .ifPresent(row -> settle(row, proof, delivered)))));
    }

    /** @throws Problem 404 for any other, and while none is configured */
    static void requireToken(String expected, @Nullable String shown) {
        if (expected.isBlank()
                || shown == null
                || !MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8))) {
            throw Problem.notFound();
        }
    }

    private void settle(Row row, String proof, boolean delivered) {
        if (delivered) {
            settlement.delivered(row, proof);
        } else {
            settlement.bounced(row, proof, "UNDELIVERED");
        }
    }
}
