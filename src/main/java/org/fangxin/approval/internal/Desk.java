package org.fangxin.approval.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fangxin.approval.ApprovalSheet;
import org.fangxin.approval.store.ApprovalStore;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.notice.OfficerInbox;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose sheet it is, its number, and who is told of it. */
@Component
class Desk {
    private final ApprovalStore store;
    private final Agencies agencies;
    private final People people;
    private final OfficerInbox inbox;

    private final TransactionTemplate apart;

    Desk(
            ApprovalStore store,
            Agencies agencies,
            People people,
            OfficerInbox inbox,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.agencies = agencies;
        this.people = people;
        this.inbox = inbox;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The agency whose leader decides: an office acts in the name of its agency (Art. 30). */
    String holder(CaseState state) {
        return agencies.actingFor(state.agency()).code();
    }

    /** E.g. 崇市监审批〔2026〕第3号. */
    String number(String agency, Instant now) {
        int year = now.atZone(Fields.ZONE).getYear();
        String name = agencies.find(agency).map(Agency::name).orElse("");
        String mark = name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
        return mark + "市监审批〔" + year + "〕第" + store.number(agency, year) + "号";
    }

    /** Leaders and unit heads of the agency; each sees it only while he may see the case. */
    void tellDeciders(ApprovalSheet sheet, Instant now) {
        apart(() -> {
            List<String> deciders = people.officers(sheet.agency()).stream()
                    .filter(one ->
                            one.roles().contains(Role.LEADER) || one.roles().contains(Role.UNIT_HEAD))
                    .filter(one -> one.agencyCode().equals(sheet.agency()))
                    .map(Person::personId)
                    .filter(one -> !one.equals(sheet.askedBy()))
                    .toList();
            inbox.tell(deciders, sheet.caseNo(), sheet.requestNo(), "approval-asked", facts(sheet), now);
        });
    }

    void tellAsker(ApprovalSheet sheet, String matter, Instant now) {
        apart(() -> inbox.tell(List.of(sheet.askedBy()), sheet.caseNo(), sheet.requestNo(), matter, facts(sheet), now));
    }

    /** In a transaction of its own: nobody writes into somebody else's inbox in his own scope. */
    private void apart(Runnable telling) {
        Scopes.within(Scope.SYSTEM, () -> apart.executeWithoutResult(status -> telling.run()));
    }

    private static Map<String, String> facts(ApprovalSheet sheet) {
        return Map.of("act", sheet.act().label());
    }
}
