package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.FangxinTest;
import org.fangxin.backup.AfterRestore;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.internal.file.FileVault;
import org.fangxin.intake.internal.file.Pictures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database that was put back knows of a file that the backup does not have. */
@FangxinTest
class LostFilesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    List<AfterRestore> rooms;

    @Autowired
    FileVault vault;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    InstantSource clock;

    @Test
    void namesTheComplaintWhoseFileIsMissingAndCountsThoseOfReports() throws Exception {
        String complaint = with("COMPLAINT");
        String report = with("REPORT");
        assertThat(told()).doesNotContain(complaint).doesNotContain(report);

        vault.delete(fileOf(complaint));
        vault.delete(fileOf(report));

        assertThat(told()).contains(complaint, "证据文件不在备份里").doesNotContain(report);
    }

    private String with(String kind) throws Exception {
        Answer file = Desk.publicPages(mvc)
                .upload("/api/v1/attachments", "小票.jpg", Pictures.photograph(), Map.of("forReport", "false"));
        Answer receipt = Desk.publicPages(mvc)
                .submit(Desk.example(Map.of(
                        "kinds",
                        List.of(kind),
                        "attachments",
                        List.of(file.at("/attachmentId")),
                        "actRegionCode",
                        "620823")));
        return receipt.at("/cases/0/caseNo");
    }

    private String fileOf(String caseNo) throws Exception {
        return Desk.officer(mvc, org.fangxin.identity.Role.LEADER)
                .get("/api/v1/cases/" + caseNo)
                .at("/attachments/0/attachmentId");
    }

    /** Of this room alone: the others' doings after a restore are not wanted here. */
    private String told() {
        AfterRestore lost = rooms.stream()
                .filter(room -> room.getClass().getSimpleName().startsWith("LostFiles"))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions).execute(status -> lost.settle(clock.instant()))));
    }
}
