package org.fangxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import org.fangxin.FangxinTest;
import org.fangxin.identity.internal.FirstStart;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@FangxinTest
class FirstAccountsTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private FirstAccounts firstAccounts;

    @Autowired
    private FirstStart firstStart;

    @Test
    void threeAdministratorsWaitInAFileThatOnlyTheProgramReads() throws Exception {
        Path file = firstAccounts.file();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Map<String, String> passwords = Files.readAllLines(file).stream()
                .filter(line -> line.contains("\t"))
                .collect(Collectors.toMap(line -> line.split("\t")[0], line -> line.split("\t")[1]));
        assertThat(passwords).containsOnlyKeys("sysadmin", "secadmin", "auditor");
        for (Map.Entry<String, String> one : passwords.entrySet()) {
            Browser.Answer answer = new Browser(mvc).signIn(one.getKey(), one.getValue());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("mustChangePassword").asBoolean()).isTrue();
            assertThat(answer.body().path("roles")).hasSize(1);
        }
    }

    @Test
    void aSecondStartMakesNobody() {
        assertThat(firstStart.makeAdministrators(Map.of("intruder", Role.SYSTEM_ADMIN), "00", passwords -> {}))
                .isFalse();
    }

    @Test
    void theMachinesKeeperGivesAnAdministratorANewPassword(@Autowired People people) throws Exception {
        Person auditor = Staff.hire(people, "620823", Role.AUDITOR);
        Browser open = Staff.browser(mvc, auditor);
        String[] password = new String[1];
        firstStart.resetAdministrator(auditor.username(), told -> password[0] = told.get(auditor.username()));
        assertThat(open.get("/api/v1/audit").status()).isEqualTo(401);
        assertThat(new Browser(mvc).signIn(auditor.username(), password[0]).status())
                .isEqualTo(200);
    }
}
