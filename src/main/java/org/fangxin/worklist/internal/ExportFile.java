package org.fangxin.worklist.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.fangxin.casefile.CaseLine;
import org.fangxin.casefile.CaseLists;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.People;
import org.fangxin.identity.SignedIn;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.fangxin.worklist.Export;
import org.fangxin.worklist.store.ExportStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes an export as it is fetched: a page of cases at a time, each read with the asker's own eyes now. A case that he may
 * no longer see has no row.
 */
@Component
public class ExportFile {
    private static final int PAGE = 100;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ExportStore store;
    private final CaseLists lists;
    private final People people;
    private final Agencies agencies;
    private final TransactionTemplate reading;

    ExportFile(
            ExportStore store,
            CaseLists lists,
            People people,
            Agencies agencies,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.lists = lists;
        this.people = people;
        this.agencies = agencies;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The stream is the caller's to close. */
    public void write(Export export, SignedIn who, OutputStream to) throws IOException {
        List<ExportColumn> columns = export.columns().stream()
                .flatMap(id -> ExportColumn.byId(id).stream())
                .toList();
        try (TableOut table = export.format() == Export.Format.CSV ? new CsvOut(to) : new ExcelOut(to)) {
            table.said(watermark(export, who));
            table.row(columns.stream().map(ExportColumn::title).toList());
            for (int done = 0; done < export.rows(); done += PAGE) {
                page(export, who, columns, done, table);
            }
        }
    }

    private void page(Export export, SignedIn who, List<ExportColumn> columns, int after, TableOut table)
            throws IOException {
        boolean whole = columns.stream().anyMatch(ExportColumn::ofPage);
        List<CaseLine> lines = java.util.Objects.requireNonNull(reading.execute(
                status -> lists.lines(store.rows(export.id(), after, PAGE), SavedViews.actor(who), whole)));
        Names names = Names.of(lines, people, agencies);
        for (CaseLine line : lines) {
            table.row(columns.stream().map(column -> column.of(line, names)).toList());
        }
    }

    /** Who, when, what for, by which filter: on every copy. */
    private String watermark(Export export, SignedIn who) {
        String agency = agencies.find(export.agency()).map(Agency::name).orElse(export.agency());
        String approved = export.decidedBy() == null
                ? ""
                : "；批准：" + people.displayNames(List.of(export.decidedBy())).getOrDefault(export.decidedBy(), "");
        return "导出说明：" + agency + " " + who.displayName() + " "
                + WHEN.format(export.askedAt().atZone(Fields.ZONE)) + " 申请" + approved
                + "；用途：" + export.purpose().chinese() + "，" + export.words()
                + "；筛选：" + FilterReading.of(export.filter(), agencies)
                + "；" + export.rows() + " 件；编号 " + export.id() + "。内部资料，不得外传，用完删除。";
    }
}
