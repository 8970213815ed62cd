package org.fangxin.greenchannel.internal;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.cipher.Sm3;
import org.fangxin.greenchannel.Line;
import org.fangxin.greenchannel.Line.Author;
import org.fangxin.greenchannel.Line.Kind;
import org.fangxin.greenchannel.Line.Proposal;
import org.fangxin.greenchannel.internal.MerchantDoor.Visitor;
import org.fangxin.greenchannel.store.ItemStore;
import org.fangxin.greenchannel.store.ItemStore.Item;
import org.fangxin.greenchannel.store.ItemStore.State;
import org.fangxin.greenchannel.store.ThreadStore;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What consumer and merchant do with each other. Every word is an act of the case: the journal gets its digest, the thread
 * keeps it sealed, both in one transaction under the complaint's lock. Callers have come through a door.
 */
@Component
public class Conversation {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;
    static final int LONGEST = 2_000;
    private static final int MOST_FILES = 9;

    private final Own own;
    private final ItemStore items;
    private final ThreadStore threads;
    private final ItemBook book;
    private final CaseFiles cases;
    private final AttachmentCatalogue files;
    private final InstantSource clock;

    Conversation(
            Own own,
            ItemStore items,
            ThreadStore threads,
            ItemBook book,
            CaseFiles cases,
            AttachmentCatalogue files,
            InstantSource clock) {
        this.own = own;
        this.items = items;
        this.threads = threads;
        this.book = book;
        this.cases = cases;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What was typed.
     *
     * @param clientKey made by the page for this one sending: sent again, it says nothing twice
     */
    public record Said(
            @Nullable String text,
            List<String> attachments,
            @Nullable String clientKey) {
        public Said {
            attachments = List.copyOf(attachments);
        }
    }

    private record Turn(
            String caseNo,
            Author author,
            @Nullable String personId,
            Actor actor,
            Act act,
            Kind kind,
            Said said,
            @Nullable Proposal proposal,
            @Nullable Integer accepts) {}

    public void consumerSays(String caseNo, Actor consumer, Said said) {
        requireWords(said);
        take(new Turn(caseNo, Author.CONSUMER, null, consumer, Act.REPLY_TO_MERCHANT, Kind.MESSAGE, said, null, null));
    }

    /** The consumer takes the newest proposal; with that the complaint is settled. */
    public void accepts(String caseNo, Actor consumer, int proposal, Said said) {
        take(new Turn(
                caseNo,
                Author.CONSUMER,
                null,
                consumer,
                Act.CONFIRM_GREEN_SETTLEMENT,
                Kind.ACCEPTED,
                said,
                null,
                proposal));
    }

    /** At any time, without a reason: the whole thread goes with the complaint to the agency. */
    public void escalates(String caseNo, Actor consumer, Said said) {
        take(new Turn(caseNo, Author.CONSUMER, null, consumer, Act.ESCALATE, Kind.ESCALATED, said, null, null));
    }

    public void merchantSays(String caseNo, Visitor visitor, Said said) {
        requireWords(said);
        take(byMerchant(caseNo, visitor, Act.MERCHANT_RESPOND, Kind.MESSAGE, said, null));
    }

    public void proposes(String caseNo, Visitor visitor, Proposal proposal, Said said) {
        take(byMerchant(caseNo, visitor, Act.MERCHANT_RESPOND, Kind.PROPOSAL, said, proposal));
    }

    /** The merchant cannot settle it: the complaint goes to the agency at once. */
    public void declines(String caseNo, Visitor visitor, Said said) {
        take(byMerchant(caseNo, visitor, Act.ESCALATE, Kind.DECLINED, said, null));
    }

    private static Turn byMerchant(
            String caseNo, Visitor visitor, Act act, Kind kind, Said said, @Nullable Proposal proposal) {
        Actor actor = new Actor(visitor.personId(), "", java.util.Set.of(Role.RESPONDENT));
        return new Turn(caseNo, Author.MERCHANT, visitor.personId(), actor, act, kind, said, proposal, null);
    }

    private void take(Turn turn) {
        String text = Typed.story(turn.said().text(), LONGEST);
        if (turn.said().attachments().size() > MOST_FILES) {
            throw Problem.invalid("attachments", "too-many", "一次最多发 " + MOST_FILES + " 个文件。");
        }
        own.program(() -> {
            Item item = items.locked(turn.caseNo()).orElseThrow(Problem::notFound);
            if (!threads.knows(turn.caseNo(), turn.said().clientKey())) {
                requireOpen(item);
                write(turn, text);
            }
            return true;
        });
    }

    private void write(Turn turn, String text) {
        List<Line> before = threads.lines(turn.caseNo());
        Line accepted = turn.accepts() == null ? null : newest(before, turn.accepts());
        List<String> digests = files.of(turn.said().attachments()).stream()
                .map(AttachmentCatalogue.Info::sm3)
                .toList();
        Line.Words words = new Line.Words(salt(), text, turn.proposal(), turn.accepts(), digests);
        String body = threads.written(words);
        String digest = Sm3.hex(body);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("digest", accepted == null ? digest : accepted.digest());
        amount(accepted).ifPresent(amount -> fields.put("amount", amount.toPlainString()));
        if (!turn.said().attachments().isEmpty()) {
            fields.put("attachments", turn.said().attachments());
        }
        cases.act(turn.caseNo(), turn.act(), turn.actor(), null, fields, null);
        threads.append(
                turn.caseNo(),
                new Line(
                        before.size() + 1,
                        turn.author(),
                        turn.personId(),
                        turn.kind(),
                        words,
                        digest,
                        turn.said().attachments(),
                        clock.instant()),
                body,
                turn.said().clientKey());
        book.look(turn.caseNo());
    }

    private static java.util.Optional<BigDecimal> amount(@Nullable Line accepted) {
        return java.util.Optional.ofNullable(accepted)
                .map(line -> line.words().proposal())
                .map(Proposal::amount);
    }

    private static Line newest(List<Line> lines, int wanted) {
        Line newest = lines.stream()
                .filter(line -> line.kind() == Kind.PROPOSAL)
                .reduce((first, second) -> second)
                .orElseThrow(() -> Problem.invalid("proposal", "unknown", "商家还没有提出方案。"));
        if (newest.no() != wanted) {
            throw Problem.conflict("商家刚刚换了方案，还没有替您接受。请看过新方案再决定。", Map.of("proposal", newest.no()));
        }
        return newest;
    }

    private static void requireOpen(Item item) {
        if (item.state() == State.OPEN) {
            return;
        }
        String how = switch (item.state()) {
            case SETTLED -> "双方已经和解";
            case ESCALATED -> "已经转市场监管部门办理";
            default -> "消费者已经撤回";
        };
        throw Problem.conflict(
                "这件投诉" + how + "，刚才写的没有发出。请复制保存后刷新。",
                Map.of("state", item.state().name()));
    }

    private static void requireWords(Said said) {
        if (Objects.requireNonNullElse(said.text(), "").isBlank()
                && said.attachments().isEmpty()) {
            throw Problem.invalid("text", "required", "请写要说的话，或者选择文件。");
        }
    }

    private static String salt() {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return Base64.getEncoder().encodeToString(salt);
    }
}
