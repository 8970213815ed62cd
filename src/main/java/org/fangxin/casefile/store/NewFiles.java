package org.fangxin.casefile.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.law.Statutes;
import org.springframework.stereotype.Component;

/** Writes the beginning of a case. Runs inside the gate's transaction, under the program's own scope. */
@Component
class NewFiles {
    private static final String OPEN = "open";

    private final CaseTables tables;
    private final CaseNumbers numbers;
    private final Statutes statutes;

    NewFiles(CaseTables tables, CaseNumbers numbers, Statutes statutes) {
        this.tables = tables;
        this.numbers = numbers;
        this.statutes = statutes;
    }

    /** The number that a case opened now will have. */
    String number(Entry.Received received) {
        return numbers.next(received.agency(), received.kind(), received.receivedAt());
    }

    /** Cases as intake hands them over. */
    List<CaseState> open(List<NewCase> cases, String actor, Instant now) {
        List<String> caseNos = numbers.next(cases);
        List<CaseState> opened = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            opened.add(open(cases.get(i), caseNos.get(i), actor, now));
        }
        return opened;
    }

    private CaseState open(NewCase n, String caseNo, String actor, Instant now) {
        Entry.Received received = new Entry.Received(
                n.kind(),
                n.agency(),
                n.receivedAt(),
                law(n.receivedAt()),
                n.channel(),
                n.source(),
                n.related(),
                numbered(n.parties()),
                n.flags().stream().map(Flag::name).toList(),
                n.topics().stream().sorted().toList(),
                n.greenChannel(),
                false);
        return open(n, received, caseNo, actor, now);
    }

    /** A case with the receipt that was decided for it. */
    CaseState open(NewCase n, Entry.Received received, String caseNo, String actor, Instant now) {
        long id = numbers.nextId();
        UUID actId = UUID.randomUUID();
        Map<String, String> said = Map.of(Texts.CONTENT, n.narrative().content());
        Entry.Received promised = Procedures.promised(received, statutes.forAgency(received.agency()));
        Recorded first = new Recorded(1, received.receivedAt(), now, actor, promised);
        CaseState state = Procedures.begin(caseNo, first);
        List<CaseFiles.Dated> dated = tables.dates().of(state);
        tables.rows().insert(id, state, n, Dates.nearest(dated), now);
        tables.journal()
                .append(
                        id,
                        caseNo,
                        null,
                        new Journal.Stamp(actId, OPEN, actor, null, received.receivedAt(), now, Journal.digest(said)),
                        List.of(promised));
        tables.texts().insert(id, actId, said);
        for (int i = 0; i < n.parties().size(); i++) {
            tables.parties().insert(id, "P" + (i + 1), n.parties().get(i));
        }
        n.attachments().forEach(attachment -> tables.attached().add(id, attachment));
        tables.dates().begin(id, dated);
        return state;
    }

    /** The law of a new case is that of its own day of receipt. */
    String law(Instant receivedAt) {
        return statutes.lawOf(receivedAt.atZone(Fields.ZONE).toLocalDate());
    }

    static List<Entry.Party> numbered(List<PartyData> people) {
        List<Entry.Party> numbered = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            numbered.add(new Entry.Party("P" + (i + 1), people.get(i).role()));
        }
        return numbered;
    }
}
