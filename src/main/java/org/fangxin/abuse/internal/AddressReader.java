package org.fangxin.abuse.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.fangxin.abuse.store.AddressStore;
import org.fangxin.casefile.AddressPrints;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.entry.Entry;
import org.springframework.stereotype.Component;

/** Notes a fingerprint of each complainant's address as complaints come in. Reporters are in no list of parties. */
@Component
class AddressReader implements JournalReader {
    /** Nothing older is ever counted: the longest window that a city can set. */
    private static final Duration LONGEST = Duration.ofDays(1095);

    private final AddressPrints prints;
    private final AddressStore store;
    private final InstantSource clock;

    AddressReader(AddressPrints prints, AddressStore store, InstantSource clock) {
        this.prints = prints;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "abuse-addresses";
    }

    @Override
    public void take(List<Heard> batch) {
        Instant since = clock.instant().minus(LONGEST);
        batch.stream()
                .filter(heard -> !heard.occurredAt().isBefore(since) && brings(heard.entry()))
                .forEach(
                        heard -> store.keep(heard.caseNo(), prints.ofComplainants(heard.caseNo()), heard.occurredAt()));
    }

    @Override
    public void forget() {
        store.forgetAll();
    }

    /** Whether somebody is in the complaint from now on. */
    private static boolean brings(Entry entry) {
        return switch (entry) {
            case Entry.Received received -> received.kind() == Kind.COMPLAINT;
            case Entry.PartyAdded added -> added.role() == PartyRole.COMPLAINANT;
            case Entry.JointTaken ignored -> true;
            default -> false;
        };
    }
}
