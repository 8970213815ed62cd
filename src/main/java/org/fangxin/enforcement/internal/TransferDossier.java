package org.fangxin.enforcement.internal;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.cipher.Sm3;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.document.HandOver;
import org.fangxin.enforcement.Transfer;
import org.fangxin.enforcement.store.TransferStore;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The list of a transfer on paper, its bundle, and its pieces one by one: for the sender, and for the market regulator who
 * received it (PP 14). The receiver does not see the case it came from, so the chosen pieces, and nothing else, are read in the
 * program's own scope; each must be what was measured.
 */
@Component
public class TransferDossier {
    private static final Map<String, String> OTHERS =
            Map.of("POLICE_ABUSE", "公安等部门", "JUDICIARY", "司法机关", "OTHER_DEPARTMENT", "其他行政管理部门");

    /** A piece in full. */
    public record Content(String title, String contentType, byte[] bytes) {}

    private final TransferStore store;
    private final TransferCase transferCase;
    private final HandOver handOver;
    private final Agencies agencies;
    private final TransactionTemplate transaction;

    TransferDossier(
            TransferStore store,
            TransferCase transferCase,
            HandOver handOver,
            Agencies agencies,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.transferCase = transferCase;
        this.handOver = handOver;
        this.agencies = agencies;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws Problem 404 for who sees neither case, 409 before the list is made */
    public byte[] list(long no) {
        Transfer transfer = listed(no);
        return handOver.list(head(transfer), items(transfer));
    }

    /** @throws Problem 404 for who sees neither case, 409 before the list is made or when a piece is no longer what it was */
    public byte[] bundle(long no) {
        Transfer transfer = listed(no);
        List<HandOver.Chosen> chosen = chosen(transfer, transfer.pieces());
        CaseState state = Objects.requireNonNull(asProgram(() -> transferCase.see(transfer.caseNo())));
        return handOver.bundle(head(transfer), state, chosen, handOver.list(head(transfer), items(transfer)));
    }

    /** @throws Problem 404 when there is no such piece or the caller sees neither case */
    public Content piece(long no, int position) {
        Transfer transfer = listed(no);
        Transfer.Piece piece = transfer.pieces().stream()
                .filter(one -> one.position() == position)
                .findFirst()
                .orElseThrow(Problem::notFound);
        return new Content(
                piece.title(),
                piece.contentType(),
                chosen(transfer, List.of(piece)).getFirst().content());
    }

    private Transfer listed(long no) {
        Transfer transfer = Objects.requireNonNull(
                transaction.execute(status -> store.find(no).orElseThrow(Problem::notFound)));
        if (transfer.pieces().isEmpty()) {
            throw Problem.conflict("还没有选定移送材料。请先做移送案卷清单。", Map.of());
        }
        return transfer;
    }

    private List<HandOver.Chosen> chosen(Transfer transfer, List<Transfer.Piece> wanted) {
        return Objects.requireNonNull(asProgram(() -> {
            Map<String, DossierPart.Piece> now = new LinkedHashMap<>();
            handOver.pieces(transferCase.see(transfer.caseNo())).forEach(piece -> now.put(piece.id(), piece));
            return wanted.stream().map(piece -> same(piece, now)).toList();
        }));
    }

    private static HandOver.Chosen same(Transfer.Piece piece, Map<String, DossierPart.Piece> now) {
        byte[] body = piece.body();
        DossierPart.Piece found = body == null ? now.get(piece.pieceId()) : kept(piece, body);
        if (found != null) {
            byte[] content = HandOver.content(found);
            if (Sm3.hex(content).equals(piece.sm3())) {
                return new HandOver.Chosen(found, content);
            }
        }
        throw Problem.conflict("“" + piece.title() + "”已经不是清单上的那一份，不能按清单移送。请查明原因。", Map.of());
    }

    private static DossierPart.Piece kept(Transfer.Piece piece, byte[] body) {
        return new DossierPart.Piece(
                piece.pieceId(),
                piece.title(),
                piece.madeAt(),
                piece.contentType(),
                Set.of(),
                () -> new ByteArrayInputStream(body));
    }

    private HandOver.Head head(Transfer transfer) {
        return new HandOver.Head(
                transfer.dossierNo(),
                transfer.caseNo(),
                agencies.actingFor(transfer.agencyCode()).name(),
                to(transfer),
                transfer.at());
    }

    private String to(Transfer transfer) {
        String agency = transfer.toAgency();
        return agency == null
                ? OTHERS.getOrDefault(transfer.target(), transfer.target())
                : agencies.find(agency).map(Agency::name).orElse(agency);
    }

    private static List<HandOver.Item> items(Transfer transfer) {
        return transfer.pieces().stream()
                .map(one -> new HandOver.Item(
                        one.position(),
                        one.title(),
                        one.madeAt(),
                        one.contentType(),
                        one.pages(),
                        one.bytes(),
                        one.sm3()))
                .toList();
    }

    private <T> T asProgram(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())));
    }
}
