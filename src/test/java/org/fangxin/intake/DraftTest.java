package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@FangxinTest
class DraftTest {
    private static final String PATH = "/api/v1/drafts/case:620823-260506-0001:refuse";

    @Autowired
    MockMvc mvc;

    @Test
    void belongsToWhoeverWroteItAlone() throws Exception {
        Desk writer = Desk.officer(mvc, Role.HANDLER);
        Desk neighbour = Desk.officerOf(mvc, "620822", Role.HANDLER);

        assertThat(writer.put(PATH, Map.of("body", Map.of("facts", "还没写完"))).status())
                .isEqualTo(204);

        assertThat(writer.get(PATH).at("/body/facts")).isEqualTo("还没写完");
        assertThat(neighbour.get(PATH).status()).isEqualTo(404);
        assertThat(Desk.publicPages(mvc).get(PATH).status()).isEqualTo(401);
        assertThat(writer.delete(PATH).status()).isEqualTo(204);
        assertThat(writer.get(PATH).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsTooLongForADraft() throws Exception {
        Desk writer = Desk.officer(mvc, Role.HANDLER);

        assertThat(writer.put(PATH, Map.of("body", "长".repeat(40_000))).status())
                .isEqualTo(422);
        assertThat(writer.put("/api/v1/drafts/a%20b", Map.of("body", "x")).status())
                .isEqualTo(422);
    }
}
