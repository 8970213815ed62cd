package org.fangxin.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.RowsBesideTheGate;
import org.fangxin.search.CaseTerms;
import org.jspecify.annotations.Nullable;

/** One told case as its rows, to be cast again. */
final class Mould {
    /** A value of a row: nothing, what the casting gives, or a text with gaps. */
    interface Value {
        void write(StringBuilder out, Casting casting);
    }

    /** A row of a table that is copied column by column. */
    record Row(String table, List<Value> values) {}

    /** An entry. */
    record Line(
            UUID actId, String act, String type, Wording data, Wording actor, Instant occurredAt, Instant recordedAt) {}

    /** A text of an act; {@code body} is null for the story. */
    record Said(UUID actId, String field, @Nullable Wording body) {}

    /** A person or business; {@code business} bears the casting's name. */
    record Party(String id, PartyData told, boolean business) {}

    final String kind;
    final String stage;
    final boolean open;
    final Instant received;
    private final List<Row> rows;
    private final List<Line> lines;
    private final List<Said> said;
    private final List<Party> parties;
    private final List<String> handlers;
    private final boolean hasShop;

    Mould(
            String kind,
            String stage,
            boolean open,
            Instant received,
            List<Row> rows,
            List<Line> lines,
            List<Said> said,
            List<Party> parties,
            List<String> handlers,
            boolean hasShop) {
        this.kind = kind;
        this.stage = stage;
        this.open = open;
        this.received = received;
        this.rows = rows;
        this.lines = lines;
        this.said = said;
        this.parties = parties;
        this.handlers = handlers;
        this.hasShop = hasShop;
    }

    /** Writes all rows of the casting. */
    void cast(Casting casting, Sheet sheet, InventedPeople people) {
        for (Row row : rows) {
            Copied table = sheet.of(row.table());
            row.values().forEach(value -> value.write(table.next(), casting));
            table.end();
        }
        Map<UUID, Map<String, String>> texts = texts(casting);
        write(texts, casting, sheet.of(Sheet.TEXTS));
        journal(texts, casting, sheet);
        for (Party party : parties) {
            Copied table = sheet.of(Sheet.PARTIES);
            for (Object value :
                    sheet.rows().party(casting.id(), party.id(), people.plays(party, casting, casting.n()))) {
                table.value(value);
            }
            table.end();
        }
        words(casting, sheet.of(Sheet.WORDS));
    }

    private Map<UUID, Map<String, String>> texts(Casting casting) {
        Map<UUID, Map<String, String>> texts = new HashMap<>();
        for (Said one : said) {
            String body = one.body() == null ? casting.story() : one.body().text(casting);
            texts.computeIfAbsent(one.actId(), act -> new HashMap<>()).put(one.field(), body);
        }
        return texts;
    }

    private static void write(Map<UUID, Map<String, String>> texts, Casting casting, Copied table) {
        texts.forEach((act, fields) -> fields.forEach((field, body) -> {
            table.value(casting.act(act));
            table.value(field);
            table.value(casting.id());
            table.value(body);
            table.end();
        }));
    }

    private void journal(Map<UUID, Map<String, String>> texts, Casting casting, Sheet sheet) {
        // names of businesses, places and days stand in texts too: every one of them is bound anew
        Map<UUID, String> digests = new HashMap<>();
        texts.forEach((act, said) -> digests.put(act, sheet.rows().digest(said)));
        String link = RowsBesideTheGate.START;
        for (int i = 0; i < lines.size(); i++) {
            Line told = lines.get(i);
            CaseJournal.Line line = line(i + 1L, told, digests.getOrDefault(told.actId(), ""), casting);
            link = sheet.rows().link(link, casting.caseNo(), line);
            write(line, casting.act(told.actId()), link, casting, sheet.of(Sheet.JOURNAL));
        }
    }

    private static CaseJournal.Line line(long seq, Line told, String digest, Casting casting) {
        return new CaseJournal.Line(
                seq,
                told.act(),
                told.type(),
                told.data().text(casting),
                Map.of(),
                digest,
                told.actor().text(casting),
                null,
                moved(told.occurredAt(), casting),
                moved(told.recordedAt(), casting),
                "");
    }

    private static void write(CaseJournal.Line line, UUID act, String link, Casting casting, Copied table) {
        List.of(
                        casting.id(),
                        line.seq(),
                        act,
                        line.act(),
                        line.type(),
                        line.data(),
                        line.textsDigest(),
                        line.actor(),
                        line.occurredAt(),
                        line.recordedAt(),
                        link)
                .forEach(table::value);
        table.end();
    }

    private void words(Casting casting, Copied table) {
        String agency = casting.place().code();
        Instant at = moved(received, casting);
        String words = CaseTerms.of(new CaseTerms.Source(
                agency,
                kind,
                at,
                hasShop ? List.of(casting.shop()) : List.of(),
                casting.goodsCode(),
                casting.goods(),
                casting.summary(),
                casting.story(),
                List.of(casting.caseNo(), casting.submissionNo()),
                List.of()));
        table.value(casting.id());
        table.value(agency);
        table.value(kind);
        table.value(stage);
        table.value(
                "{" + String.join(",", handlers.stream().map(casting::person).toList()) + "}");
        table.value(at);
        table.value("");
        table.value(words);
        table.end();
    }

    private static Instant moved(Instant told, Casting casting) {
        return told.plus(Duration.ofDays(casting.days()));
    }
}
