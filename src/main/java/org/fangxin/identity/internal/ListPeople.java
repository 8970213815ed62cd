package org.fangxin.identity.internal;

import java.util.List;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/** What an administrator sees of the accounts in the own subtree. */
@Component
public class ListPeople {
    /** A page, and how many there are in all. */
    public record Found(List<Account> accounts, long total) {}

    private final InScope inScope;
    private final PersonStore people;

    ListPeople(InScope inScope, PersonStore people) {
        this.inScope = inScope;
        this.people = people;
    }

    /** People whose user name or name contains {@code part}, after a user name, in its order. */
    public Found find(SignedIn admin, String part, String afterUsername, int limit) {
        return inScope.of(admin, () -> new Found(people.page(part, afterUsername, limit), people.count(part)));
    }

    /** One account, or 404. */
    public Account one(SignedIn admin, String personId) {
        return inScope.of(admin, () -> people.account(personId).orElseThrow(Problem::notFound));
    }
}
