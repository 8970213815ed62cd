package org.fangxin.enforcement.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.casefile.Fields;
import org.fangxin.cipher.Sm3;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.document.HandOver;
import org.fangxin.enforcement.Transfer;
import org.fangxin.enforcement.Transfer.Kind;
import org.fangxin.enforcement.Transfer.Outcome;
import org.fangxin.enforcement.Transfer.Step;
import org.fangxin.enforcement.store.TransferStore;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A transfer at the desk of who sent it: what goes along, and what came back. */
@Component
public class TransferDesk {
    /** What an officer writes down of a delivery, a receipt or an answer. */
    public record Told(
            @Nullable String kind,
            @Nullable LocalDate on,
            @Nullable String number,
            @Nullable String signer,
            @Nullable String outcome,
            @Nullable String words,
            @Nullable String attachmentId) {}

    private final TransferStore store;
    private final TransferCase transferCase;
    private final HandOver handOver;
    private final AttachmentCatalogue files;
    private final InstantSource clock;
    private final TransactionTemplate apart;

    TransferDesk(
            TransferStore store,
            TransferCase transferCase,
            HandOver handOver,
            AttachmentCatalogue files,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.transferCase = transferCase;
        this.handOver = handOver;
        this.files = files;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Transfer> all() {
        return store.all();
    }

    /** @throws Problem 404 when the caller does not see the case */
    @Transactional(readOnly = true)
    public List<Transfer> ofCase(String caseNo) {
        transferCase.see(caseNo);
        return store.ofCase(caseNo);
    }

    /** What may go along, within the caller's sight. */
    @Transactional(readOnly = true)
    public List<DossierPart.Piece> choosable(String caseNo, SignedIn who) {
        CaseState state = transferCase.see(caseNo);
        List<DossierPart.Piece> pieces = new ArrayList<>();
        pieces.add(transferCase.record(state, who));
        pieces.addAll(handOver.pieces(state));
        return pieces;
    }

    /**
     * Makes the list, once: each piece is measured as it is now.
     *
     * @throws Problem 404 for who does not send it, 409 when there is a list, 422 without or with unknown pieces
     */
    @Transactional
    public Transfer choose(long no, List<String> ids, SignedIn who) {
        Transfer transfer = own(no);
        store.lock(no);
        if (!own(no).pieces().isEmpty()) {
            throw Problem.conflict("移送案卷清单已经做好，不能再改。请刷新看看。", Map.of());
        }
        List<DossierPart.Piece> chosen = choosable(transfer.caseNo(), who).stream()
                .filter(piece -> ids.contains(piece.id()))
                .toList();
        if (chosen.isEmpty() || chosen.size() != Set.copyOf(ids).size()) {
            throw Problem.invalid("pieceIds", "required", "请从列出的材料里选要移送的，至少一份。");
        }
        List<Transfer.Piece> pieces = new ArrayList<>();
        chosen.forEach(piece -> pieces.add(measured(pieces.size() + 1, piece)));
        store.pieces(no, pieces);
        return own(no);
    }

    private static Transfer.Piece measured(int position, DossierPart.Piece piece) {
        byte[] content = HandOver.content(piece);
        boolean words = piece.contentType().equals(DossierPart.WORDS);
        return new Transfer.Piece(
                position,
                piece.id(),
                piece.title(),
                piece.at(),
                piece.contentType(),
                HandOver.pages(piece.contentType(), content),
                content.length,
                Sm3.hex(content),
                words ? content : null);
    }

    /**
     * Writes down a delivery, a receipt or an answer.
     *
     * @throws Problem 404 for who does not send it, 422 for what is missing or too early
     */
    @Transactional
    public Transfer note(long no, Told told, SignedIn who) {
        Transfer transfer = own(no);
        store.step(no, step(transfer, told, who));
        return own(no);
    }

    /** @throws Problem 404 for who does not send it, and when the step has no file */
    @Transactional(readOnly = true)
    public String file(long no, long stepId) {
        return own(no).steps().stream()
                .filter(step -> step.id() == stepId)
                .map(Step::attachmentId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Step step(Transfer transfer, Told told, SignedIn who) {
        Kind kind = code(Kind.class, told.kind(), "kind", "请选记哪一项：送达、回执或者答复。");
        if (transfer.pieces().isEmpty()) {
            throw Problem.invalid("kind", "no-list", "请先选定移送材料，做好移送案卷清单。");
        }
        boolean receipt = kind == Kind.RECEIPT;
        return new Step(
                0,
                kind,
                day(transfer, told.on()),
                receipt ? need(told.number(), "number", "请填回执编号。") : text(told.number()),
                receipt ? need(told.signer(), "signer", "请填签收人。") : text(told.signer()),
                kind == Kind.ANSWER ? answered(told) : null,
                text(told.words()),
                kept(transfer, told),
                who.personId(),
                clock.instant());
    }

    private static Outcome answered(Told told) {
        if (text(told.number()) == null && text(told.words()) == null) {
            throw Problem.invalid("words", "required", "请填答复文书的文号，或者写答复内容。");
        }
        return code(Outcome.class, told.outcome(), "outcome", "请选对方机关的答复：受理、不受理、立案或者退回。");
    }

    private @Nullable String kept(Transfer transfer, Told told) {
        String file = text(told.attachmentId());
        return file == null ? null : taken(transferCase.see(transfer.caseNo()).kind(), file);
    }

    /** An upload belongs to nobody yet: no officer's scope sees it. In a transaction of its own, the last thing before the step. */
    private String taken(org.fangxin.casefile.Kind kind, String file) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> Objects.requireNonNull(apart.execute(status ->
                        files.takeFor(kind, List.of(file), clock.instant()).getFirst())));
    }

    private LocalDate day(Transfer transfer, @Nullable LocalDate on) {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        LocalDate sent = transfer.at().atZone(Fields.ZONE).toLocalDate();
        if (on == null || on.isAfter(today) || on.isBefore(sent)) {
            throw Problem.invalid("on", "range", "请填日期，在移送当日（" + sent + "）到今天之间。");
        }
        return on;
    }

    /** Only for who sees the case it came from: the receiver reads. */
    private Transfer own(long no) {
        Transfer transfer = store.find(no).orElseThrow(Problem::notFound);
        transferCase.see(transfer.caseNo());
        return transfer;
    }

    private static <E extends Enum<E>> E code(Class<E> type, @Nullable String code, String field, String what) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(code)) {
                return one;
            }
        }
        throw Problem.invalid(field, "code", what);
    }

    private static String need(@Nullable String value, String field, String what) {
        String text = text(value);
        if (text == null) {
            throw Problem.invalid(field, "required", what);
        }
        return text;
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
