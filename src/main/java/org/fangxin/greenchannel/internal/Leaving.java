package org.fangxin.greenchannel.internal;

import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.greenchannel.store.ItemStore;
import org.fangxin.greenchannel.store.ItemStore.Item;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.springframework.stereotype.Component;

/** What follows when a member leaves: nobody comes in any more, and what is open goes to the agency as declined. */
@Component
class Leaving {
    private final MemberPeople people;
    private final ItemStore items;
    private final ItemBook book;
    private final CaseFiles cases;

    Leaving(MemberPeople people, ItemStore items, ItemBook book, CaseFiles cases) {
        this.people = people;
        this.items = items;
        this.book = book;
        this.cases = cases;
    }

    /** In the running transaction, within the officer's scope. */
    void leave(SignedIn officer, String memberId) {
        people.closeAll(memberId, officer.personId());
        Actor asMerchant = new Actor(officer.personId(), "", Set.of(Role.RESPONDENT));
        for (Item item : items.of(memberId, ItemStore.Part.OPEN, ItemStore.Period.ALWAYS, Integer.MAX_VALUE)) {
            // the row before the case, as everybody here locks them
            items.locked(item.caseNo());
            cases.act(item.caseNo(), Act.ESCALATE, asMerchant, null, Map.of(), null);
            book.look(item.caseNo());
        }
    }
}
