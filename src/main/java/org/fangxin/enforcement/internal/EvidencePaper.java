package org.fangxin.enforcement.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.entry.Entry.EvidenceListed;
import org.fangxin.document.OwnPapers.Grid;
import org.fangxin.document.OwnPapers.Part;
import org.fangxin.document.OwnPapers.Row;
import org.fangxin.document.OwnPapers.Signature;
import org.springframework.stereotype.Component;

/** 证据清单 and 先行登记保存证据清单 (PP 23–26, 33–35): source, whether original, and the SM3 of the files. */
@Component
class EvidencePaper {
    /** A piece of evidence with its words. */
    record Listed(EvidenceListed entry, Told told) {}

    private final AttachmentCatalogue files;

    EvidencePaper(AttachmentCatalogue files) {
        this.files = files;
    }

    /** @param disposeBy the last day to deal with what is kept in place (PP 35); not looked at for a plain list */
    List<Part> parts(List<Listed> all, boolean preserved, LocalDate disposeBy) {
        Told first = all.getFirst().told();
        List<Part> parts = new ArrayList<>();
        parts.add(new Row("案件编号", first.caseNo()));
        parts.add(new Row("当事人", first.merchant()));
        parts.add(new Grid(
                List.of("序号", "证据", "取得", "原件情况", "证明内容"),
                IntStream.range(0, all.size())
                        .mapToObj(i -> row(i + 1, all.get(i)))
                        .toList()));
        digests(all).forEach(parts::add);
        if (preserved) {
            parts.add(new Row(
                    "先行登记保存",
                    all.stream()
                                    .map(one -> one.told().text("name") + "："
                                            + one.told().text("keptAt"))
                                    .collect(Collectors.joining("\n"))
                            + "\n保存期间不得损毁、销毁或者转移证据。本机关应当在" + Told.day(disposeBy) + "前采取措施，逾期自动解除。"));
        }
        parts.add(new Row(
                "依据",
                preserved ? "《市场监督管理行政处罚程序规定》第三十三条、第三十四条、第三十五条" : "《市场监督管理行政处罚程序规定》第二十二条、第二十三条、第二十四条、第二十五条、第二十六条"));
        parts.add(new Signature(preserved ? "当场清点无误，清单已收到一份。当事人（签名、盖章）" : "证据提供人（核对与原件一致，签名、盖章）", "", ""));
        all.stream()
                .flatMap(one -> one.entry().officers().stream())
                .distinct()
                .forEach(one -> parts.add(new Signature("执法人员 " + first.name(one) + "（签名）", "", "")));
        return parts;
    }

    private static List<String> row(int position, Listed one) {
        Told told = one.told();
        String quantity = told.text("quantity").isEmpty() ? "" : "\n数量：" + told.text("quantity");
        return List.of(
                String.valueOf(position),
                Told.label(Act.LIST_EVIDENCE, "kind", one.entry().kind()) + "\n" + told.text("name") + quantity,
                Told.day(one.entry().collectedOn()) + "\n" + told.text("source") + "\n"
                        + told.names(one.entry().officers()),
                one.entry().original() ? "原件、原物" : "复制件，与原件一致：\n" + told.text("copyNote"),
                told.text("text"));
    }

    private Stream<Part> digests(List<Listed> all) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            EvidenceListed entry = all.get(i).entry();
            String position = String.valueOf(i + 1);
            files.of(Stream.concat(entry.files().stream(), entry.attachments().stream())
                            .distinct()
                            .toList())
                    .forEach(file -> rows.add(List.of(
                            position,
                            file.fileName(),
                            file.size() + " 字节",
                            file.sm3().substring(0, 32) + "\n" + file.sm3().substring(32))));
        }
        return rows.isEmpty() ? Stream.empty() : Stream.of(new Grid(List.of("序号", "电子文件", "大小", "SM3 摘要"), rows));
    }
}
