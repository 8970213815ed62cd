package org.fangxin.casefile.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseLine;
import org.fangxin.casefile.CaseLists;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.WorklistFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list and the page, read for rooms above by the very readers that answer the browser: nothing shows more here. */
@Component
class ListReading implements CaseLists {
    private final Worklist worklist;
    private final CaseReading reading;
    private final Briefs briefs;
    private final Narrowing narrowing;
    private final InstantSource clock;

    ListReading(Worklist worklist, CaseReading reading, Briefs briefs, Narrowing narrowing, InstantSource clock) {
        this.worklist = worklist;
        this.reading = reading;
        this.briefs = briefs;
        this.narrowing = narrowing;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public int count(WorklistFilter filter) {
        return worklist.count(filter, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> numbers(WorklistFilter filter, Order order, int limit) {
        return worklist.numbers(filter, Worklist.Sort.valueOf(order.name()), limit, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseLine> lines(List<String> caseNos, Actor reader, boolean whole) {
        List<Worklist.Row> rows = worklist.rows(caseNos);
        Narrowing.CaseList list = narrowing.of(rows, briefs.of(rows, reader), reader);
        return list.rows().stream()
                .map(row -> line(row, brief(list.briefs(), row), whole ? page(row.caseNo(), reader) : null))
                .toList();
    }

    private static CaseReading.Brief brief(Map<String, CaseReading.Brief> briefs, Worklist.Row row) {
        return Objects.requireNonNull(briefs.get(row.caseNo()));
    }

    private CaseLine.@Nullable Page page(String caseNo, Actor reader) {
        return reading.file(caseNo, reader)
                .map(file -> page(narrowing.of(file, reader)))
                .orElse(null);
    }

    private static CaseLine line(Worklist.Row row, CaseReading.Brief brief, CaseLine.@Nullable Page page) {
        return new CaseLine(
                row.caseNo(),
                Kind.valueOf(row.kind()),
                Stage.valueOf(row.stage()),
                row.agency(),
                row.summary(),
                row.merchant(),
                row.receivedAt(),
                row.handlers(),
                brief.flags(),
                row.openDuties(),
                brief.nearest(),
                brief.version(),
                brief.by(),
                page);
    }

    private static CaseLine.Page page(CaseReading.File file) {
        NewCase origin = file.origin();
        NewCase.Narrative what = origin.narrative();
        return new CaseLine.Page(
                what.content(),
                what.demands(),
                what.amount(),
                what.goodsCode(),
                what.problemCode(),
                what.goodsDetail(),
                what.occurredOn(),
                origin.channel(),
                origin.submissionNo(),
                what.merchant().uscc(),
                what.merchant().address(),
                file.state().closedAt(),
                file.parties().stream()
                        .map(party -> new CaseLine.Person(
                                PartyRole.valueOf(party.role()).chinese(), party.name(), party.phone()))
                        .toList());
    }
}
