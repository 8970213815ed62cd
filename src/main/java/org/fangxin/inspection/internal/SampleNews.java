package org.fangxin.inspection.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.inspection.Sample;
import org.fangxin.notice.OfficerInbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told of a sample. One of a case is told only to who may see the case: the inbox asks again when it is read. */
@Component
class SampleNews {
    private final People people;
    private final OfficerInbox inbox;
    private final TransactionTemplate apart;

    SampleNews(People people, OfficerInbox inbox, PlatformTransactionManager transactions) {
        this.people = people;
        this.inbox = inbox;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Who took the sample and who ordered. */
    static Set<String> officers(Sample sample) {
        Set<String> officers = new LinkedHashSet<>(sample.officers());
        sample.orders().forEach(one -> officers.add(one.issuedBy()));
        sample.requests().forEach(one -> officers.add(one.askedBy()));
        return officers;
    }

    /** Unit heads of the sample's agency, with its leaders or without. */
    List<String> heads(Sample sample, boolean leaders) {
        return people.officers(sample.agency()).stream()
                .filter(one -> one.roles().contains(Role.UNIT_HEAD)
                        || leaders && one.roles().contains(Role.LEADER))
                .filter(one -> one.agencyCode().equals(sample.agency()))
                .map(Person::personId)
                .toList();
    }

    void tell(Collection<String> persons, Sample sample, String matter, Instant now) {
        tell(persons, sample, "sample-" + sample.id(), matter, now);
    }

    /** Each once for an event and a matter, in a transaction of its own: nobody writes in another's inbox in his own scope. */
    void tell(Collection<String> persons, Sample sample, String event, String matter, Instant now) {
        String caseNo = Objects.requireNonNullElse(sample.caseNo(), "");
        Map<String, String> facts = Map.of("no", sample.number(), "sample", String.valueOf(sample.id()));
        Scopes.within(
                Scope.SYSTEM,
                () -> apart.executeWithoutResult(status -> inbox.tell(persons, caseNo, event, matter, facts, now)));
    }
}
