package org.fangxin.retention.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.retention.DisposalList;
import org.fangxin.sheet.Formulas;
import org.jspecify.annotations.Nullable;

/** A disposal list as a table: UTF-8 with its mark, every cell a text that no spreadsheet runs. */
final class ListTable {
    private static final char MARK = '\uFEFF';
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private ListTable() {}

    static byte[] of(DisposalList list, Map<String, String> names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStreamWriter writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writer.write(MARK);
            CSVPrinter csv = new CSVPrinter(
                    writer,
                    CSVFormat.EXCEL.builder().setQuoteMode(QuoteMode.ALL).get());
            row(csv, "销毁清册", list.listNo(), list.state().chinese());
            row(csv, "提出", RetentionViews.name(names, list.proposedBy()), minute(list.proposedAt()), list.words());
            for (DisposalList.Review review : list.reviews()) {
                row(
                        csv,
                        review.step() == 1 ? "第一人审核" : "第二人审核",
                        RetentionViews.name(names, review.by()),
                        minute(review.at()),
                        (review.approved() ? "同意：" : "退回：") + review.words());
            }
            row(csv, "案件编号", "类别", "归档日期", "保管期限（年）", "期满日期", "销毁时间", "剔除理由");
            for (DisposalList.Line line : list.lines()) {
                row(csv, cells(line));
            }
            csv.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String[] cells(DisposalList.Line line) {
        return new String[] {
            line.caseNo(),
            Kind.valueOf(line.kind()).chinese(),
            line.archivedOn().toString(),
            Integer.toString(line.years()),
            line.lastDay().toString(),
            minute(line.disposedAt()),
            line.strike() == null ? "" : line.strike().words()
        };
    }

    private static void row(CSVPrinter csv, String... cells) throws IOException {
        List<String> safe = Stream.of(cells).map(Formulas::harmless).toList();
        csv.printRecord(safe);
    }

    private static String minute(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(Fields.ZONE));
    }
}
