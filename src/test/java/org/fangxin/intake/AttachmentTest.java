package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fangxin.FangxinTest;
import org.fangxin.TestHome;
import org.fangxin.cipher.Sm3;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.internal.Housekeeping;
import org.fangxin.intake.internal.file.Pictures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@FangxinTest
class AttachmentTest {
    private static final Path FILES = TestHome.PATH.resolve("files");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Housekeeping housekeeping;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    InstantSource clock;

    @Test
    void keepsEvidenceSealedAndGivesItToTheHandler() throws Exception {
        byte[] photograph = Pictures.photograph();
        Answer stored = upload("小票 张三.jpg", photograph, false);
        Answer receipt = submit(List.of("COMPLAINT"), stored);
        String path = "/api/v1/cases/" + receipt.at("/cases/0/caseNo") + "/attachments/" + stored.at("/attachmentId");

        MockHttpServletResponse given = Desk.officer(mvc, Role.HANDLER).download(path);

        assertThat(stored.status()).isEqualTo(201);
        assertThat(stored.at("/sm3")).isEqualTo(Sm3.hex(photograph));
        assertThat(stored.at("/type")).isEqualTo("image/jpeg");
        assertThat(given.getStatus()).isEqualTo(200);
        assertThat(given.getContentAsByteArray()).isEqualTo(photograph);
        assertThat(given.getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(given.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(onDisk()).isNotEmpty().allSatisfy(file -> {
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(Pictures.PLACE)
                    .doesNotContain("JFIF");
        });
    }

    @Test
    void givesItToNobodyElse() throws Exception {
        Answer stored = upload("小票.jpg", Pictures.photograph(), false);
        String caseNo = submit(List.of("COMPLAINT"), stored).at("/cases/0/caseNo");
        String other = submit(List.of("COMPLAINT")).at("/cases/0/caseNo");
        String id = stored.at("/attachmentId");

        assertThat(read(Desk.publicPages(mvc), caseNo, id)).isEqualTo(401);
        assertThat(read(Desk.officerOf(mvc, "620822", Role.HANDLER), caseNo, id))
                .isEqualTo(404);
        assertThat(read(Desk.officer(mvc, Role.MEDIATOR), caseNo, id)).isEqualTo(404);
        assertThat(read(Desk.officer(mvc, Role.SYSTEM_ADMIN), caseNo, id)).isEqualTo(404);
        assertThat(read(Desk.officer(mvc, Role.HANDLER), other, id)).isEqualTo(404);
        assertThat(read(Desk.officer(mvc, Role.HANDLER), caseNo, "../../secrets/keys.json"))
                .isIn(400, 404);
    }

    @Test
    void givesAReportACopyWithoutPlaceAndName() throws Exception {
        Answer stored = upload("张三拍的.jpg", Pictures.photograph(), false);
        Answer receipt = submit(List.of("COMPLAINT", "REPORT"), stored);
        Desk leader = Desk.officer(mvc, Role.LEADER);
        String report = receipt.at("/cases/1/caseNo");

        Answer seen = leader.get("/api/v1/cases/" + report);
        String copy = seen.at("/attachments/0/attachmentId");
        MockHttpServletResponse given = leader.download("/api/v1/cases/" + report + "/attachments/" + copy);

        assertThat(copy).isNotEmpty().isNotEqualTo(stored.at("/attachmentId"));
        assertThat(seen.text()).doesNotContain("张三拍的");
        assertThat(given.getStatus()).isEqualTo(200);
        assertThat(new String(given.getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain(Pictures.PLACE)
                .doesNotContain(Pictures.AUTHOR);
        assertThat(leader.get("/api/v1/cases/" + receipt.at("/cases/0/caseNo")).text())
                .doesNotContain(copy);
    }

    @Test
    void showsAReportsFileWhoseMetadataStayedOnlyToInvestigators() throws Exception {
        byte[] sound = "RIFF\44\0\0\0WAVEfmt \20\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        Answer stored = upload("录音.wav", sound, true);
        String report = submit(List.of("REPORT"), stored).at("/cases/0/caseNo");
        String id = stored.at("/attachmentId");

        assertThat(stored.at("/metadata")).isEqualTo("KEPT");
        assertThat(read(Desk.officer(mvc, Role.LEADER), report, id)).isEqualTo(404);
        assertThat(read(Desk.officer(mvc, Role.LEADER, Role.INVESTIGATOR), report, id))
                .isEqualTo(200);
    }

    @Test
    void refusesInASentenceThatNamesTheFile() throws Exception {
        Answer page =
                upload("说明.jpg", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), false);
        byte[] large = java.util.Arrays.copyOf(Pictures.drawn("png"), (20 << 20) + 1);
        Answer big = upload("截图.png", large, false);
        Answer flood = upload("大图.png", Pictures.flood(), false);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.at("/detail")).startsWith("“说明.jpg”不是可以上传的格式。");
        assertThat(big.status()).isEqualTo(413);
        assertThat(big.at("/detail")).isEqualTo("“截图.png”有 21 MB，超过 20 MB。请缩小再传；其他文件不受影响。");
        assertThat(flood.status()).isEqualTo(422);
        assertThat(Files.list(FILES.resolve("work"))).isEmpty();
    }

    @Test
    void saysThatAFileIsTooLargeBeforeItSaysAnythingElseOfIt() throws Exception {
        byte[] foreign = new byte[51 << 20];

        Answer refused = upload("压缩包.rar", foreign, false);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).contains("51 MB", "超过 50 MB");
    }

    @Test
    void lendsNoFileTwice() throws Exception {
        Answer stored = upload("小票.jpg", Pictures.photograph(), false);
        submit(List.of("COMPLAINT"), stored);

        Answer again =
                Desk.publicPages(mvc).submit(Desk.example(Map.of("attachments", List.of(stored.at("/attachmentId")))));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.at("/errors/0/field")).isEqualTo("attachments[0]");
    }

    @Test
    void forgetsUploadsThatNobodyHandsInWithinADay() throws Exception {
        String lost = upload("忘了交.jpg", Pictures.photograph(), false).at("/attachmentId");
        Answer kept = upload("交了.jpg", Pictures.photograph(), false);
        submit(List.of("COMPLAINT"), kept);
        Instant yesterday = clock.instant().minus(Duration.ofHours(25));
        Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> jdbc.sql(
                                        "update intake.attachment set uploaded_at = ? where attachment_id = ?")
                                .params(java.sql.Timestamp.from(yesterday), lost)
                                .update()));

        housekeeping.run();

        assertThat(onDisk()).noneMatch(file -> file.getFileName().toString().equals(lost));
        assertThat(onDisk()).anyMatch(file -> file.getFileName().toString().equals(kept.at("/attachmentId")));
    }

    private int read(Desk desk, String caseNo, String id) throws Exception {
        return desk.download("/api/v1/cases/" + caseNo + "/attachments/" + id).getStatus();
    }

    private Answer upload(String name, byte[] content, boolean forReport) throws Exception {
        return Desk.publicPages(mvc)
                .upload("/api/v1/attachments", name, content, Map.of("forReport", String.valueOf(forReport)));
    }

    private Answer submit(List<String> kinds, Answer... files) throws Exception {
        List<String> ids =
                Stream.of(files).map(file -> file.at("/attachmentId")).toList();
        Answer answer = Desk.publicPages(mvc)
                .submit(Desk.example(Map.of("kinds", kinds, "attachments", ids, "actRegionCode", "620823")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static List<Path> onDisk() throws IOException {
        try (Stream<Path> all = Files.walk(FILES)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
