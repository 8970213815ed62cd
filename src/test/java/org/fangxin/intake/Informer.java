package org.fangxin.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.internal.file.Pictures;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody who reports a shop with his own words, papers and photograph, and the report's life up to its archive. */
final class Informer {
    static final String COUNTY = "620823";
    private static final String ADDRESS = "198.51.100.77";
    private static final String BROWSER = "CanaryBrowser/77.4";

    final String name = "阚雀翎";
    final String phone = "13987650477";
    final String idNumber = "620899190001010477".substring(0, 17) + check("62089919000101047");
    final String email = "wall-canary@marked.example.cn";
    final String street = "藏雀巷七十七号";
    final String address = "崇信县锦屏镇" + street;

    private final MockMvc mvc;
    private final Desk himself;
    final Person first;
    final Person second;
    final Desk investigator;
    final Desk leader;

    /** Ids of the approval sheets of his report. */
    final List<String> sheets = new ArrayList<>();

    String sample;
    Answer receipt;
    String report;
    String attachment;
    /** Can not be cleaned of what tells who took it. */
    String film;

    Informer(MockMvc mvc, Person first, Person second, Person leader) {
        this.mvc = mvc;
        this.himself = Desk.with(mvc, from());
        this.first = first;
        this.second = second;
        this.investigator = Desk.of(mvc, first);
        this.leader = Desk.of(mvc, leader);
    }

    static RequestPostProcessor from() {
        return request -> {
            request.setRemoteAddr(ADDRESS);
            request.addHeader("User-Agent", BROWSER);
            request.addHeader("X-Forwarded-For", ADDRESS);
            return request;
        };
    }

    /** Everything by which he could be recognised. */
    List<String> marks() {
        return List.of(
                name,
                phone,
                "139-8765-0477",
                "139 8765 0477",
                "139****0477",
                idNumber,
                email,
                street,
                "雀翎的手机",
                Pictures.AUTHOR,
                Pictures.PLACE,
                Pictures.CAMERA,
                ADDRESS,
                BROWSER);
    }

    /** Those words, and the place in his photograph's Exif. */
    Canary canary() {
        byte[] position = Pictures.position();
        return new Canary(marks()).with("the photograph's place", Arrays.copyOfRange(position, 3, position.length));
    }

    void reports() throws Exception {
        Answer photograph = himself.upload(
                "/api/v1/attachments",
                name + "拍的_雀翎的手机_" + phone + ".jpg",
                Pictures.photograph(),
                Map.of("forReport", "true"));
        attachment = photograph.at("/attachmentId");
        film = himself.upload("/api/v1/attachments", name + ".mp4", Pictures.film(), Map.of("forReport", "true"))
                .at("/attachmentId");
        Map<String, Object> body = new HashMap<>();
        body.put("kinds", List.of("REPORT"));
        body.put(
                "person",
                Map.of("name", name, "phone", phone, "idNumber", idNumber, "email", email, "address", address));
        body.put(
                "content",
                "我是" + name + "，电话139-8765-0477，证号" + idNumber + "，住" + address + "，信箱" + email
                        + "。这家店改了冷柜里酸奶的生产日期。回电 139 8765 0477。");
        body.put("actRegionCode", COUNTY);
        body.put("problemCode", "5301");
        body.put("attachments", List.of(attachment, film));
        receipt = himself.submit(Desk.example(body));
        need(receipt, 201);
        report = receipt.at("/cases/0/caseNo");
    }

    void addsMore(String more) throws Exception {
        Answer photograph =
                himself.upload("/api/v1/attachments", name + "补的.png", Pictures.drawing(), Map.of("forReport", "true"));
        need(
                himself.post(
                        "/api/v1/submissions/" + receipt.at("/submissionNo") + "/supplements",
                        Map.of(
                                "trackingCode",
                                receipt.at("/trackingCode"),
                                "caseNo",
                                report,
                                "text",
                                more + "我还是" + name + "，住" + address + "，打 " + phone + " 找我，或写 " + email + "。",
                                "attachments",
                                List.of(photograph.at("/attachmentId")))),
                200);
    }

    Answer looks() throws Exception {
        return himself.track(receipt);
    }

    void isVerifiedFiledDecidedToldRewardedAndArchived() throws Exception {
        isDecided();
        isToldAndRewarded();
    }

    void isDecided() throws Exception {
        isFiled();
        act(
                leader,
                "decide-case",
                Map.of(
                        "outcome", "PENALTY",
                        "reviewed", true,
                        "heard", true,
                        "decisionNo", "样例罚〔2026〕77号",
                        "fine", "30000.00",
                        "forfeiture", "260.00",
                        "paperNo", "样例审〔2026〕77号"));
    }

    /** Verified with all that belongs to it, a sample too, and filed. */
    void isFiled() throws Exception {
        List<String> both = List.of(first.personId(), second.personId());
        act(leader, "assign", Map.of("persons", both));
        act(investigator, "verify", Map.of("methods", List.of("ON_SITE", "INQUIRY")));
        addsMore("冷柜在后门。");
        isInspected(both);
        isSampled(both);
        act(investigator, "record-finding", Map.of("finding", "CONFIRMED"));
        isApproved("extend", Map.of("reason", "样品在检。"));
        isApproved(
                "file",
                Map.of(
                        "conditions",
                        List.of("EVIDENCE", "PUNISHABLE", "COMPETENT", "WITHIN_LIMITATION"),
                        "officers",
                        both,
                        "finding",
                        "CONFIRMED",
                        "caseCause",
                        "FOOD_SAFETY"));
    }

    private void isInspected(List<String> both) throws Exception {
        String now = java.time.OffsetDateTime.now(java.time.ZoneId.of("Asia/Shanghai"))
                .toString();
        String today = now.substring(0, 10);
        act(
                investigator,
                "record-site",
                Map.ofEntries(
                        Map.entry("from", now),
                        Map.entry("to", now),
                        Map.entry("place", "样例路8号一层"),
                        Map.entry("officers", both),
                        Map.entry("credentials", true),
                        Map.entry(
                                "checklist",
                                Map.of(
                                        "list",
                                        "FOOD_SALE",
                                        "items",
                                        List.of(
                                                Map.of("code", "LICENCE", "result", "FIT"),
                                                Map.of("code", "SHELF_LIFE", "result", "UNFIT", "remark", "日期有涂改")))),
                        Map.entry("text", "冷柜内酸奶生产日期有涂改。"),
                        Map.entry("signed", "REFUSED"),
                        Map.entry("excuse", "店长拒绝签名，已录像。")));
        act(
                investigator,
                "record-questioning",
                Map.ofEntries(
                        Map.entry("person", Map.of("name", "样例店员")),
                        Map.entry("capacity", "CHARGE"),
                        Map.entry("from", now),
                        Map.entry("to", now),
                        Map.entry("place", "样例路8号一层"),
                        Map.entry("officers", both),
                        Map.entry("credentials", true),
                        Map.entry("told", true),
                        Map.entry("alone", true),
                        Map.entry("text", "问：谁改的日期？\n答：不知道。"),
                        Map.entry("checked", "READ"),
                        Map.entry("signed", "SIGNED")));
        act(
                investigator,
                "list-evidence",
                Map.of(
                        "kind",
                        "OBJECT",
                        "name",
                        "酸奶六盒",
                        "source",
                        "被检查单位冷柜",
                        "collectedOn",
                        today,
                        "officers",
                        both,
                        "original",
                        true,
                        "files",
                        List.of(attachment)));
    }

    /** A sample of his report: to the laboratory, unfit, ordered off the shelf, reported as done. */
    private void isSampled(List<String> both) throws Exception {
        Answer taken = investigator.post(
                "/api/v1/samples",
                Map.of(
                        "caseNo", report,
                        "product", "酸奶",
                        "batch", "20261101",
                        "merchant", "样例便利店",
                        "food", true,
                        "quantity", "六盒",
                        "sealNo", "F-77",
                        "place", "样例路8号",
                        "officers", both));
        need(taken, 201);
        sample = taken.at("/sampleId");
        sampled("custody", Map.of("from", "抽样人员", "to", "样例检验所", "lab", true, "paperNo", "检委77号", "sealIntact", true));
        sampled(
                "results",
                Map.of(
                        "lab",
                        "样例检验所",
                        "reportNo",
                        "R-77",
                        "reportedOn",
                        java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))
                                .toString(),
                        "fit",
                        false,
                        "items",
                        List.of(Map.of("item", "菌落总数", "method", "GB", "limit", "≤1", "value", "9", "fit", false))));
        sampled("off-shelf", Map.of("reason", "菌落总数超标", "law", "样例条款", "quantity", "库存六盒"));
        sampleIsDecided();
        sampled("steps", Map.of("kind", "ANSWERED", "words", "已下架", "onHand", 6, "offShelf", 6));
    }

    /** The re-test of his sample is fit, and the order is lifted. */
    void isSampledFitAfterAll() throws Exception {
        sampled("steps", Map.of("kind", "RETEST_ASKED", "words", "经营者申请复检"));
        sampled(
                "results",
                Map.of(
                        "lab",
                        "样例复检所",
                        "reportNo",
                        "R-78",
                        "reportedOn",
                        java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))
                                .toString(),
                        "retest",
                        true,
                        "fit",
                        true,
                        "items",
                        List.of(Map.of("item", "菌落总数", "method", "GB", "limit", "≤1", "value", "1", "fit", true))));
        sampled("lifting", Map.of("reason", "复检合格", "law", "样例条款"));
        sampleIsDecided();
    }

    private void sampleIsDecided() throws Exception {
        List<Integer> ids = new ArrayList<>();
        investigator
                .get("/api/v1/samples/" + sample)
                .body()
                .at("/sample/requests")
                .forEach(one -> ids.add(one.path("requestId").asInt()));
        need(
                leader.post(
                        "/api/v1/samples/" + sample + "/requests/" + ids.getLast() + "/decision",
                        Map.of("approved", true)),
                200);
    }

    /** Handed on to the judiciary with all its pieces and a receipt; the number of the transfer. */
    String isTransferred(Runnable heard) throws Exception {
        act(leader, "transfer", Map.of("target", "JUDICIARY", "dossierNo", "样例移〔2026〕77号", "paperNo", "样例审〔2026〕77号"));
        heard.run();
        String no = leader.get("/api/v1/cases/" + report + "/transfers").at("/items/0/transferNo");
        List<String> pieces = new ArrayList<>();
        leader.get("/api/v1/cases/" + report + "/transfer-choices")
                .body()
                .path("items")
                .forEach(one -> pieces.add(one.path("pieceId").asString()));
        need(leader.post("/api/v1/transfers/" + no + "/pieces", Map.of("pieceIds", pieces)), 200);
        String today =
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
        need(leader.post("/api/v1/transfers/" + no + "/steps", Map.of("kind", "DELIVERED", "on", today)), 200);
        String scan = leader.upload("/api/v1/attachments", "回执.png", Pictures.drawn("png"), Map.of())
                .at("/attachmentId");
        need(
                leader.post(
                        "/api/v1/transfers/" + no + "/steps",
                        Map.of(
                                "kind", "RECEIPT",
                                "on", today,
                                "number", "样例回〔2026〕77号",
                                "signer", "收件窗口",
                                "attachmentId", scan)),
                200);
        return no;
    }

    private void sampled(String path, Map<String, ?> body) throws Exception {
        need(investigator.post("/api/v1/samples/" + sample + "/" + path, body), 200);
    }

    /** Asked by the investigator, decided by the leader. */
    void isApproved(String act, Map<String, ?> fields) throws Exception {
        Answer asked = investigator.post(
                "/api/v1/cases/" + report + "/approvals", Map.of("act", act, "fields", fields, "words", "证据初步成立，拟请批准"));
        need(asked, 201);
        sheets.add(asked.at("/requestId"));
        need(leader.post("/api/v1/approvals/" + asked.at("/requestId") + "/decision", Map.of("approve", true)), 200);
    }

    private void isToldAndRewarded() throws Exception {
        for (String form : List.of("F2", "F10")) {
            investigator.post("/api/v1/cases/" + report + "/documents", Map.of("form", form));
        }
        act(
                investigator,
                "tell-reporter",
                Map.of(
                        "basis", "FOOD_LAW_115",
                        "text", "您反映的情况已经查处。",
                        "notice", Map.of("channel", "PHONE", "proof", "样例录音0077")));
        act(investigator, "record-penalty-performance", Map.of("proofNo", "样例缴〔2026〕77号"));
        act(leader, "close-case", Map.of("paperNo", "样例结〔2026〕77号"));
        isRewarded();
    }

    /** Asked for on his page, graded, approved by two. */
    private void isRewarded() throws Exception {
        need(
                himself.post(
                        "/api/v1/submissions/" + receipt.at("/submissionNo") + "/reward/application",
                        Map.of("trackingCode", receipt.at("/trackingCode"), "caseNo", report)),
                200);
        String reward = "/api/v1/cases/" + report + "/reward/";
        need(investigator.post(reward + "grade", Map.of("grade", 3, "reasons", "所说的事实和查证的基本相符，有直接证据。")), 200);
        need(leader.post(reward + "approve", Map.of()), 200);
        need(Desk.officerOf(mvc, COUNTY, Role.LEADER).post(reward + "approve", Map.of()), 200);
    }

    void isArchived() throws Exception {
        addsMore("又看见一次。");
        act(investigator, "archive", Map.of());
    }

    private void act(Desk desk, String act, Map<String, ?> fields) throws Exception {
        need(desk.act(report, act, new HashMap<>(fields)), 200);
    }

    private static void need(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }

    /** GB 11643's check, for a number of a region that there is not. */
    private static String check(String seventeen) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (seventeen.charAt(i) - '0') * weights[i];
        }
        return String.valueOf("10X98765432".charAt(sum % 11));
    }
}
