package org.fangxin.notice.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.casefile.Fields;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.ReceiptStore;
import org.fangxin.notice.store.ReceiptStore.Receipt;
import org.springframework.stereotype.Component;

/** Who was told what, when and by what, with every receipt, for the archive. No address is in it, and no reporter's name. */
@Component
class NoticePieces implements DossierPart {
    private static final int ORDER = 400;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Fields.ZONE);

    private final OutboxStore outbox;
    private final ReceiptStore receipts;
    private final Wording wording;

    NoticePieces(OutboxStore outbox, ReceiptStore receipts, Wording wording) {
        this.outbox = outbox;
        this.receipts = receipts;
        this.wording = wording;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Piece> pieces(CaseState state) {
        List<OutboxStore.Row> rows = outbox.ofCase(state.caseNo());
        if (rows.isEmpty()) {
            return List.of();
        }
        Instant last = rows.stream()
                .map(OutboxStore.Row::changedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        String words = rows.stream().map(this::line).collect(Collectors.joining("\n"));
        return List.of(DossierPart.words("notices", "告知和回执", last, Set.of(), words));
    }

    private String line(OutboxStore.Row row) {
        String head = MINUTE.format(row.createdAt()) + " " + wording.title(row.template()) + "，告知"
                + row.role().chinese() + "，" + row.channel().chinese() + "，" + state(row.state());
        return head + receipts.of(row.id()).stream().map(NoticePieces::receipt).collect(Collectors.joining());
    }

    private static String receipt(Receipt receipt) {
        String proof = receipt.proof() == null ? "" : "，凭证" + receipt.proof();
        return "\n　　" + MINUTE.format(receipt.at()) + " " + outcome(receipt.outcome()) + proof;
    }

    private static String state(OutboxStore.State state) {
        return switch (state) {
            case WAITING, SENDING -> "待发";
            case SENT -> "已发出";
            case DELIVERED -> "已送达";
            case SHOWN -> "已在进度页显示";
            case BY_HAND -> "待人工告知";
            case DEAD -> "没有发出";
            case DONE -> "已办";
            case DROPPED -> "不再需要";
        };
    }

    private static String outcome(ReceiptStore.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "对方服务器收下";
            case DELIVERED -> "送达";
            case REFUSED -> "被拒收";
            case UNCERTAIN -> "没有确定的回答";
            case FAILED -> "没有送达";
            case SHOWN -> "进度页显示";
            case BY_HAND -> "人工告知";
        };
    }
}
