package org.fangxin.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.fangxin.FangxinTest;
import org.fangxin.greenchannel.Shops;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedInAs;
import org.fangxin.merchant.internal.ExtractFolder;
import org.fangxin.merchant.internal.ExtractWorker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/** An extract that somebody takes in through the browser. */
@FangxinTest
class ExtractTest {
    private static final String EXTRACTS = "/api/v1/merchants/extracts";
    private static final String COUNTY = "620823";

    @Autowired
    MockMvc mvc;

    @Autowired
    ExtractWorker worker;

    @Autowired
    ExtractFolder folder;

    @Autowired
    Merchants merchants;

    @Test
    void itIsTakenInBehindTheAnswerAndTellsLineColumnAndReason() throws Exception {
        String uscc = Shops.uscc();
        String csv = "统一社会信用代码,名称,成立日期\n" + uscc + ",样例上传店,昨天\n" + "123,样例坏行,\n";
        Reply started = send("登记.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        worker.settle();
        String path = EXTRACTS + "/" + started.at("/extractId");
        Reply done = get(path, COUNTY);
        assertThat(done.at("/state")).isEqualTo("DONE");
        assertThat(done.body().path("total").asInt()).isEqualTo(2);
        assertThat(done.body().path("added").asInt()).isEqualTo(1);
        assertThat(done.body().path("leftOut").asInt()).isEqualTo(1);
        assertThat(done.body().path("faults").asInt()).isEqualTo(2);
        var faults = get(path + "/faults", COUNTY).body().path("items");
        assertThat(faults.get(0).toString()).contains("\"line\":2", "成立日期", "看不懂的日期");
        assertThat(faults.get(1).toString()).contains("\"line\":3", "统一社会信用代码", "18 位");
        assertThat(get(path + "/faults?after=1", COUNTY).body().path("items")).hasSize(1);
        assertThat(merchants.byCode(uscc)).isPresent();
        assertThat(folder.of(started.at("/extractId")))
                .as("nothing is left lying")
                .doesNotExist();
        assertThat(get(path, "620826").status()).as("another county").isEqualTo(404);
        assertThat(get(EXTRACTS, COUNTY).text()).contains(started.at("/extractId"));
    }

    @Test
    void aPackedFileIsUnpackedAndWhatIsNoTableSaysSo() throws Exception {
        String uscc = Shops.uscc();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(("统一社会信用代码,名称\n" + uscc + ",样例压缩店\n").getBytes(StandardCharsets.UTF_8));
        }
        send("登记.csv", packed.toByteArray());
        Reply picture = send("登记.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        Reply headless = send("登记.csv", "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8));
        worker.settle();
        assertThat(merchants.byCode(uscc)).isPresent();
        Reply failed = get(EXTRACTS + "/" + picture.at("/extractId"), COUNTY);
        assertThat(failed.at("/state")).isEqualTo("FAILED");
        assertThat(failed.at("/problem")).contains("不是表格");
        assertThat(get(EXTRACTS + "/" + headless.at("/extractId"), COUNTY).at("/problem"))
                .contains("第一行没有");
        assertThat(folder.of(picture.at("/extractId"))).doesNotExist();
    }

    private Reply send(String name, byte[] content) throws Exception {
        return perform(MockMvcRequestBuilders.multipart(EXTRACTS)
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .with(SignedInAs.officer(COUNTY, Role.REGISTRAR)));
    }

    private Reply get(String path, String agency) throws Exception {
        return perform(MockMvcRequestBuilders.get(path).with(SignedInAs.officer(agency, Role.UNIT_HEAD)));
    }

    private Reply perform(RequestBuilder request) throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Reply(response.getStatus(), JsonMapper.shared().readTree(text), text);
    }
}
