package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Browser;
import org.fangxin.identity.Browser.Answer;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.notice.NoticeChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The system administrator sees no case, and all the same writes the words that his agency and those below it use. */
@FangxinTest
class OwnWordsTest {
    private static final String COUNTY = "140802";
    private static final String OFFICE = "140802001";
    private static final String WORDS = "/api/v1/notice-wordings";
    private static final String SMS = WORDS + "/accepted/SMS";
    private static final String OURS = "您的投诉（尾号{尾号}）我们受理了。{机关}";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Wording wording;

    Browser administrator;

    @BeforeEach
    void signIn() throws Exception {
        administrator = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.SYSTEM_ADMIN));
    }

    @AfterEach
    void goBackToTheProgramsWords() throws Exception {
        assertThat(administrator.put(SMS, words(null)).status()).isEqualTo(200);
    }

    @Test
    void wordsOfAnAgencyAreKeptAndHoldForItAndBelow() throws Exception {
        String shipped = sms(OFFICE);

        Answer changed = administrator.put(SMS, words(OURS));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("own").asBoolean()).isTrue();
        assertThat(sms(COUNTY)).isEqualTo(OURS);
        assertThat(sms(OFFICE)).as("an office uses its county's words").isEqualTo(OURS);
        assertThat(sms("1408")).as("not the city above").isEqualTo(shipped);
        assertThat(sms("140821")).as("not the county beside it").isEqualTo(shipped);
    }

    @Test
    void theListShowsWhatIsTheAgencysOwn() throws Exception {
        administrator.put(SMS, words(OURS));
        assertThat(administrator.get(WORDS).body().path("items"))
                .filteredOn(one -> one.path("own").asBoolean())
                .singleElement()
                .satisfies(one -> assertThat(one.path("body").asString()).isEqualTo(OURS));
    }

    @Test
    void withoutWordsTheProgramsAreUsedAgain() throws Exception {
        String shipped = sms(COUNTY);
        administrator.put(SMS, words(OURS));
        assertThat(administrator.put(SMS, words(null)).body().path("own").asBoolean())
                .isFalse();
        assertThat(sms(COUNTY)).isEqualTo(shipped);
    }

    private static Map<String, Object> words(@Nullable String body) {
        Map<String, Object> change = new HashMap<>();
        change.put("body", body);
        return change;
    }

    private String sms(String agency) {
        return wording.of(agency, "accepted", NoticeChannel.SMS).orElseThrow().body();
    }
}
