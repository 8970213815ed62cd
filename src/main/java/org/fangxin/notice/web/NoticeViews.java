package org.fangxin.notice.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.Faults;
import org.fangxin.notice.internal.Script;
import org.fangxin.notice.internal.Wording;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.ReceiptStore;
import org.fangxin.notice.store.ReceiptStore.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages as the desk sees them: no address, no name. */
@Component
class NoticeViews {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Schema(name = "NoticeReceipt")
    record ReceiptView(
            String receiptNo,
            String outcome,
            @Nullable String proof,
            @Nullable String code,
            @Nullable String codeText,
            OffsetDateTime at) {}

    @Schema(name = "Notice")
    record View(
            long noticeId,
            String caseNo,
            String template,
            String title,
            String role,
            String addressee,

            @Schema(description = "What the law tells us to tell; empty for a courtesy. 法定告知事项")
            List<String> duties,

            NoticeChannel channel,
            String state,
            OffsetDateTime createdAt,
            OffsetDateTime notBefore,
            int attempts,
            @Nullable String fault,
            @Nullable String faultText,

            @Schema(description = "What an officer says on the telephone, or writes. 电话告知的说法") @Nullable
            String script,

            List<ReceiptView> receipts) {}

    @Schema(name = "Notices")
    record Views(List<View> items, Map<String, Long> counts) {}

    private final Wording wording;
    private final Script scripts;
    private final ReceiptStore receipts;

    NoticeViews(Wording wording, Script scripts, ReceiptStore receipts) {
        this.wording = wording;
        this.scripts = scripts;
        this.receipts = receipts;
    }

    View of(Row row) {
        String fault = row.fault();
        return new View(
                row.id(),
                row.caseNo(),
                row.template(),
                wording.title(row.template()),
                row.role().name(),
                row.addressee(),
                row.duties(),
                row.channel(),
                row.state().name(),
                time(row.createdAt()),
                time(row.notBefore()),
                row.attempts(),
                fault,
                fault == null ? null : Faults.text(fault),
                scripts.of(row).orElse(null),
                receipts.of(row.id()).stream().map(NoticeViews::receipt).toList());
    }

    private static ReceiptView receipt(Receipt receipt) {
        String code = receipt.code();
        return new ReceiptView(
                "R-" + receipt.id(),
                receipt.outcome().name(),
                receipt.proof(),
                code,
                code == null ? null : Faults.text(code),
                time(receipt.at()));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }
}
