package org.fangxin.enforcement.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.enforcement.Transfer;
import org.jspecify.annotations.Nullable;

/** Transfers as answers show them; of a report nobody's identity is among it. */
final class TransferViews {
    private TransferViews() {}

    @Schema(name = "Transfer")
    record View(
            long transferNo,
            String caseNo,
            String agencyCode,

            @Schema(description = "POLICE_ABUSE、JUDICIARY、OTHER_DEPARTMENT、MARKET_AGENCY")
            String target,

            String dossierNo,

            @Schema(description = "移送时已填的回执编号；没有为空") @Nullable
            String receiptNo,

            @Schema(description = "接收的市场监督管理部门；移送其他机关的为空") @Nullable
            String toAgency,

            @Schema(description = "接收机关的新案号；移送其他机关的为空") @Nullable
            String newCaseNo,

            String by,
            Instant at,
            @Schema(description = "本人是接收一方，只能看") boolean received,
            @Schema(description = "超过本机关承诺的天数还没有回执") boolean receiptLate,
            @Schema(description = "超过本机关承诺的天数还没有答复") boolean answerLate,
            @Schema(description = "移送案卷清单；还没有选定的为空表") List<PieceView> pieces,
            List<StepView> steps) {}

    @Schema(name = "TransferPiece")
    record PieceView(
            int position,
            String title,
            Instant madeAt,
            String contentType,
            @Schema(description = "页数；没有页的为空") @Nullable Integer pages,
            @Schema(description = "字节") long bytes,
            @Schema(description = "SM3 摘要，64 位十六进制") String sm3) {}

    @Schema(name = "TransferStep")
    record StepView(
            long stepId,

            @Schema(description = "DELIVERED 送达、RECEIPT 回执、ANSWER 答复")
            String kind,

            LocalDate on,
            @Schema(description = "回执编号或者答复文号") @Nullable String number,
            @Schema(description = "签收人") @Nullable String signer,

            @Schema(description = "ACCEPTED 受理、NOT_ACCEPTED 不受理、FILED 立案、RETURNED 退回；只有答复才有") @Nullable
            String outcome,

            @Nullable String words,
            boolean file,
            String by,
            Instant at) {}

    @Schema(name = "Transfers")
    record Page(List<View> items) {}

    @Schema(name = "TransferChoice")
    record Choice(String pieceId, String title, Instant madeAt, String contentType) {}

    @Schema(name = "TransferChoices")
    record Choices(List<Choice> items) {}

    /** What is said of a transfer beside itself. */
    record Beside(boolean received, boolean receiptLate, boolean answerLate) {}

    static View view(Transfer one, Beside beside, Map<String, String> names) {
        return new View(
                one.no(),
                one.caseNo(),
                one.agencyCode(),
                one.target(),
                one.dossierNo(),
                one.receiptNo(),
                one.toAgency(),
                one.newCaseNo(),
                names.getOrDefault(one.by(), one.by()),
                one.at(),
                beside.received(),
                beside.receiptLate(),
                beside.answerLate(),
                one.pieces().stream().map(TransferViews::piece).toList(),
                one.steps().stream().map(step -> step(step, names)).toList());
    }

    private static PieceView piece(Transfer.Piece one) {
        return new PieceView(
                one.position(), one.title(), one.madeAt(), one.contentType(), one.pages(), one.bytes(), one.sm3());
    }

    private static StepView step(Transfer.Step one, Map<String, String> names) {
        Transfer.Outcome outcome = one.outcome();
        return new StepView(
                one.id(),
                one.kind().name(),
                one.on(),
                one.number(),
                one.signer(),
                outcome == null ? null : outcome.name(),
                one.words(),
                one.attachmentId() != null,
                names.getOrDefault(one.by(), one.by()),
                one.at());
    }
}
