package org.fangxin.inspection.internal;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fangxin.casefile.Fields;
import org.fangxin.document.OwnPapers;
import org.fangxin.document.OwnPapers.Grid;
import org.fangxin.document.OwnPapers.Paper;
import org.fangxin.document.OwnPapers.Part;
import org.fangxin.document.OwnPapers.Row;
import org.fangxin.document.OwnPapers.Signature;
import org.fangxin.inspection.Sample;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The order on paper, for the merchant: the batch, the result, what to do, where to object. Nothing of a case. */
@Component
public class OrderPaper {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(Fields.ZONE);

    private final OwnPapers printer;

    OrderPaper(OwnPapers printer) {
        this.printer = printer;
    }

    public byte[] print(Sample sample, Sample.Order order) {
        List<Part> parts = goods(sample, order.to());
        parts.add(new Row("责令", "立即停止销售上述批次的产品，下架封存，统计库存和去向，落实后书面报告。"));
        parts.add(new Row("数量", order.quantity()));
        parts.add(new Row("理由", order.reason()));
        parts.add(new Row("依据", order.law()));
        parts.add(new Row("救济", "对检验结果有异议的，可以依法申请复检；对本决定不服的，可以依法申请行政复议或者提起行政诉讼。"));
        parts.add(new Signature("发出", "", MINUTE.format(order.issuedAt())));
        parts.add(new Signature("经营者签收", "", ""));
        return printer.print(new Paper(sample.agency(), "责令停止销售（下架）通知书", order.number(), parts));
    }

    /** The order lifted, for the merchant: which order, why, and that the batch may be sold again. */
    public byte[] printLifting(Sample sample, Sample.Order order) {
        Sample.Lifting lifting = order.lifting();
        if (lifting == null) {
            throw Problem.notFound();
        }
        List<Part> parts = goods(sample, order.to());
        parts.add(new Row("解除", "解除" + order.number() + "责令停止销售（下架）通知书，自本通知书发出时起不再执行。"));
        parts.add(new Row("理由", lifting.reason()));
        parts.add(new Row("依据", lifting.law()));
        parts.add(new Signature("发出", "", MINUTE.format(lifting.at())));
        parts.add(new Signature("经营者签收", "", ""));
        return printer.print(new Paper(sample.agency(), "解除责令停止销售（下架）通知书", lifting.number(), parts));
    }

    private static String coded(String name, @Nullable String code) {
        return name + (code == null ? "" : "（" + code + "）");
    }

    /** Where the sample was taken stands on the paper of that business alone: others learn the batch, not the shop. */
    private static List<Part> goods(Sample sample, Sample.Addressee to) {
        Sample.Batch batch = sample.batch();
        List<Part> parts = new ArrayList<>();
        parts.add(new Row(
                "经营者",
                to.party() == null
                        ? coded(batch.merchant(), batch.merchantCode())
                        : coded(to.party(), to.code()) + "（" + to.relation().chinese() + "）"));
        parts.add(new Row("产品", batch.product()));
        parts.add(new Row("批号", batch.batch()));
        parts.add(new Row("生产者", Objects.requireNonNullElse(batch.producer(), "")));
        parts.add(new Row("样品编号", sample.number()));
        sample.results().forEach(result -> {
            parts.add(new Row(
                    result.retest() ? "复检" : "检验",
                    result.lab() + " " + result.reportNo() + "：" + (result.fit() ? "合格" : "不合格")));
            parts.add(new Grid(
                    List.of("项目", "方法", "标准", "结果", "判定"),
                    result.items().stream()
                            .map(item -> List.of(
                                    item.item(), item.method(), item.limit(), item.value(), item.fit() ? "合格" : "不合格"))
                            .collect(Collectors.toList())));
        });
        return parts;
    }
}
