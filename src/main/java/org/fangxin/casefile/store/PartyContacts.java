package org.fangxin.casefile.store;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Contacts;
import org.fangxin.casefile.store.Parties.Field;
import org.fangxin.casefile.store.Parties.Masked;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a party's contact for the program's own sending; what is there is told by the masked columns alone. */
@Component
class PartyContacts implements Contacts {
    private static final int MOBILE_DIGITS = 11;

    private final CaseRows rows;
    private final Parties parties;

    PartyContacts(CaseRows rows, Parties parties) {
        this.rows = rows;
        this.parties = parties;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Means> means(String caseNo, String partyId) {
        return rows.head(caseNo).stream()
                .flatMap(head -> parties.masked(head.id()).stream())
                .filter(party -> party.partyId().equals(partyId))
                .findFirst()
                .map(PartyContacts::means)
                .orElse(Set.of());
    }

    private static Set<Means> means(Masked party) {
        Set<Means> means = EnumSet.noneOf(Means.class);
        String phone = party.phone();
        if (phone != null) {
            means.add(Means.PHONE);
            if (phone.length() == MOBILE_DIGITS && phone.startsWith("1")) {
                means.add(Means.MOBILE);
            }
        }
        if (party.email() != null) {
            means.add(Means.EMAIL);
        }
        if (party.address() != null) {
            means.add(Means.ADDRESS);
        }
        return means;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Contact> open(String caseNo, String partyId) {
        return rows.head(caseNo)
                .flatMap(head -> parties.open(head.id(), partyId, Field.NAME)
                        .map(name -> new Contact(
                                name,
                                parties.open(head.id(), partyId, Field.PHONE).orElse(null),
                                parties.open(head.id(), partyId, Field.EMAIL).orElse(null),
                                parties.open(head.id(), partyId, Field.ADDRESS).orElse(null))));
    }
}
