package org.fangxin.document.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.cipher.Sm3;
import org.fangxin.document.Blank;
import org.fangxin.document.Documents.Issued;
import org.fangxin.document.store.IssuedStore;
import org.fangxin.document.store.Series;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one transaction of a document: the case's entry, the number and the papers, all or nothing. The papers are printed
 * before with the number that comes next, so that no connection waits for the printer; when somebody else took that number
 * meanwhile, nothing is written.
 */
@Component
class Issuing {
    /** What was kept, and the case's version after it. */
    record Kept(Issued document, CaseFiles.Done done) {}

    private static final class NumberTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final CaseFiles cases;
    private final Series series;
    private final IssuedStore store;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Issuing(
            CaseFiles cases,
            Series series,
            IssuedStore store,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.series = series;
        this.store = store;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    int next(Composition paper) {
        return Objects.requireNonNull(transaction.execute(status ->
                series.next(paper.agency(), paper.year(), paper.draft().form().name())));
    }

    /** Empty when the number is no longer the next. */
    Optional<Kept> keep(Composition paper, int serial, Rendering.Rendered sheets, Actor actor, @Nullable Long version) {
        try {
            return Optional.ofNullable(transaction.execute(status -> write(paper, serial, sheets, actor, version)));
        } catch (NumberTaken another) {
            return Optional.empty();
        }
    }

    private Kept write(Composition paper, int serial, Rendering.Rendered sheets, Actor actor, @Nullable Long version) {
        Instant now = clock.instant();
        Issued document = document(paper, serial, sheets, actor, now);
        // the case is locked first, before anything is written: entries stay in order
        CaseFiles.Done done = cases.act(document.caseNo(), Act.ISSUE_DOCUMENT, actor, version, entry(document), null);
        int taken =
                series.take(paper.agency(), paper.year(), paper.draft().form().name());
        if (taken != serial) {
            throw new NumberTaken();
        }
        Map<String, String> fields = paper.blanks().stream().collect(Collectors.toMap(Blank::name, Blank::value));
        store.insert(
                document,
                new IssuedStore.Body(
                        paper.agency(),
                        paper.year(),
                        serial,
                        paper.template().sm3(),
                        sheets.pdf(),
                        sheets.docx(),
                        fields));
        return new Kept(document, done);
    }

    private static Issued document(Composition paper, int serial, Rendering.Rendered sheets, Actor actor, Instant now) {
        var form = paper.draft().form();
        return new Issued(
                UUID.randomUUID().toString().replace("-", ""),
                paper.draft().caseNo(),
                form,
                paper.number(serial),
                form.title(),
                form.to(),
                now.truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                actor.id(),
                Sm3.hex(sheets.pdf()),
                Sm3.hex(sheets.docx()),
                paper.sealed(),
                paper.draft().replaces(),
                null);
    }

    private static Map<String, Object> entry(Issued document) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("form", document.form().name());
        fields.put("documentId", document.id());
        fields.put("number", document.number());
        fields.put("sm3", document.sm3());
        if (document.replaces() != null) {
            fields.put("replaces", document.replaces());
        }
        return fields;
    }
}
