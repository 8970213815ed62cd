package org.fangxin.identity;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.web.servlet.MockMvc;

/** Accounts for tests, each with a user name of its own. */
public final class Staff {
    public static final String PASSWORD = "Xin-Fang-2026-ok";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Staff() {}

    /** Somebody of the agency who may sign in with {@link #PASSWORD} and need not change it. */
    public static Person hire(People people, String agencyCode, Role... roles) {
        return hire(people, agencyCode, false, roles);
    }

    public static Person hire(People people, String agencyCode, boolean mustChange, Role... roles) {
        String username = "staff-" + COUNT.incrementAndGet();
        return people.create(new NewPerson(username, "测试员", agencyCode, Set.of(roles), PASSWORD, mustChange));
    }

    /** A browser in which the person has signed in. */
    public static Browser browser(MockMvc mvc, Person person) throws Exception {
        Browser browser = new Browser(mvc);
        Browser.Answer answer = browser.signIn(person.username(), PASSWORD);
        if (answer.status() != 200) {
            throw new IllegalStateException("sign-in answered " + answer.status() + " " + answer.body());
        }
        return browser;
    }
}
