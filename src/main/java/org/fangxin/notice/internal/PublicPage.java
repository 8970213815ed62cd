package org.fangxin.notice.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Actor;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The messages on a person's own page, newest first. */
@Component
public class PublicPage {
    /** One message. */
    public record Told(String caseNo, Instant at, String text) {}

    private final OutboxStore outbox;
    private final Script script;
    private final TransactionTemplate transaction;

    PublicPage(OutboxStore outbox, Script script, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.script = script;
        this.transaction = transaction;
    }

    /** @param cases the person's cases and who he is in each */
    public List<Told> of(Map<String, Actor> cases) {
        return Objects.requireNonNull(Scopes.within(
                Scope.SYSTEM,
                () -> transaction.execute(status -> cases.entrySet().stream()
                        .flatMap(one -> outbox.ofCase(one.getKey()).stream()
                                .filter(row -> row.channel() == NoticeChannel.IN_APP)
                                .filter(row -> mine(row, one.getValue())))
                        .sorted(Comparator.comparing(Row::createdAt).reversed())
                        .map(row -> new Told(row.caseNo(), row.createdAt(), script.page(row)))
                        .toList())));
    }

    private static boolean mine(Row row, Actor actor) {
        return row.addressee().equals(Draft.REPORTER)
                ? actor.has(org.fangxin.identity.Role.REPORTER)
                : actor.id().equals("party:" + row.addressee());
    }
}
