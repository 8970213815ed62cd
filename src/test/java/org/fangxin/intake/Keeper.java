package org.fangxin.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.fangxin.TestHome;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.springframework.test.web.servlet.MockMvc;

/** The keeper of identities of 崇信县 and the leader who asks him, over HTTP. */
final class Keeper {
    private final Desk keeper;
    private final Desk asking;

    Keeper(MockMvc mvc) {
        this.keeper = Desk.of(mvc, person("wall-keeper", Role.IDENTITY_KEEPER));
        this.asking = Desk.officer(mvc, Role.LEADER);
    }

    private static Person person(String id, Role role) {
        return new Person(id, id, "测试员", "620823", true, Set.of(role), null);
    }

    static String passphrase() throws IOException {
        return Files.readString(TestHome.PATH.resolve("secrets/reporter-passphrase.txt"))
                .strip();
    }

    Answer ask(String caseNo, String field) throws Exception {
        return asking.post(
                "/api/v1/cases/" + caseNo + "/reporter-openings", Map.of("field", field, "purpose", "VERIFY"));
    }

    Answer open(Answer asked) throws Exception {
        return keeper.post(
                "/api/v1/reporter-openings/" + asked.at("/openingId") + "/open", Map.of("passphrase", passphrase()));
    }

    /** Asked for and opened: the field in clear. */
    String tells(String caseNo, String field) throws Exception {
        return open(ask(caseNo, field)).at("/value");
    }
}
