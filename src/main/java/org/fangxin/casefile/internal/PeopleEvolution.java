package org.fangxin.casefile.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.ComplaintFacts.Joint;
import org.fangxin.casefile.ComplaintFacts.Power;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** Several complainants (Art. 12), agents (Art. 11), entrusted bodies (Art. 19), recusal (Art. 21). */
final class PeopleEvolution {
    private PeopleEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfPeople entry) {
        Joint joint = next.complaint.joint();
        switch (entry) {
            case Entry.PartyAdded added -> added(next, added);
            case Entry.JointOpened opened -> {
                next.flags.add(Flag.JOINT);
                next.complaint = next.complaint.with(new Joint(opened.partyIds(), Set.of(), List.of(), Map.of()));
            }
            case Entry.JointConsented yes ->
                next.complaint = next.complaint.with(joint.with(plus(joint.agreed(), yes.partyId())));
            case Entry.JointLeft left -> left(next, left);
            case Entry.JointTaken taken -> taken(next, taken);
            case Entry.RepresentativesElected elected ->
                next.complaint = next.complaint.with(joint.represented(elected.partyIds()));
            case Entry.RepresentedConsented yes -> {
                Set<String> who = plus(joint.consents().getOrDefault(yes.matter(), Set.of()), yes.partyId());
                next.complaint = next.complaint.with(joint.consenting(yes.matter(), who));
            }
            case Entry.AgentRegistered agent -> agent(next, agent);
            case Entry.AgencyEnded ended -> agencyEnded(next, ended.partyId());
            case Entry.MediationEntrusted to -> {
                next.flags.add(Flag.ENTRUSTED);
                next.complaint = next.complaint.with(next.complaint.mediation().entrusted(to.body(), to.until()));
            }
            case Entry.EntrustmentReturned _ -> {
                next.flags.remove(Flag.ENTRUSTED);
                next.complaint = next.complaint.with(next.complaint.mediation().entrusted(null, null));
            }
            case Entry.RecusalRequested asked -> {
                next.flags.add(Flag.RECUSAL_PENDING);
                asking(next, plus(next.complaint.mediation().recusalAsked(), asked.mediator()));
            }
            case Entry.MediatorRecused self -> recused(next, self.mediator());
            case Entry.RecusalDecided decided -> decided(next, decided);
        }
    }

    /** Whoever joins a joint complaint is asked like the others (Art. 12). */
    private static void added(CaseDraft next, Entry.PartyAdded added) {
        next.parties.put(added.partyId(), added.role());
        Joint joint = next.complaint.joint();
        if (added.role() == PartyRole.COMPLAINANT && next.flags.contains(Flag.JOINT)) {
            next.complaint = next.complaint.with(joint.asking(added.partyId()));
        }
    }

    /** They come with their consent: who does not agree keeps his own case. */
    private static void taken(CaseDraft next, Entry.JointTaken taken) {
        next.related.put(taken.fromCaseNo(), "JOINT_FROM");
        Joint joint = next.complaint.joint();
        for (Entry.Seat seat : taken.seats()) {
            next.parties.put(seat.now(), PartyRole.COMPLAINANT);
            joint = joint.asking(seat.now());
            joint = joint.with(plus(joint.agreed(), seat.now()));
        }
        next.complaint = next.complaint.with(joint);
    }

    private static void left(CaseDraft next, Entry.JointLeft left) {
        String partyId = left.partyId();
        if (left.newCaseNo() != null) {
            next.related.put(left.newCaseNo(), "SPLIT");
        }
        next.complaint = next.complaint.with(next.complaint.joint().without(partyId));
        next.parties.remove(partyId);
        if (next.complaint.joint().asked().size() < 2) {
            next.flags.remove(Flag.JOINT);
        }
    }

    private static void agent(CaseDraft next, Entry.AgentRegistered agent) {
        Map<String, Power> agents = new HashMap<>(next.complaint.agents());
        agents.put(
                agent.partyId(),
                new Power(Set.copyOf(agent.powers()), agent.validTo(), agent.originalSeen(), agent.idSeen()));
        next.complaint = next.complaint.withAgents(agents);
        next.parties.put(agent.partyId(), PartyRole.AGENT);
        next.flags.add(Flag.AGENT);
    }

    private static void agencyEnded(CaseDraft next, String partyId) {
        Map<String, Power> agents = new HashMap<>(next.complaint.agents());
        agents.remove(partyId);
        next.complaint = next.complaint.withAgents(agents);
        if (agents.isEmpty()) {
            next.flags.remove(Flag.AGENT);
        }
    }

    private static void decided(CaseDraft next, Entry.RecusalDecided decided) {
        if (decided.result().equals("GRANTED")) {
            recused(next, decided.mediator());
            if (decided.newMediator() != null) {
                next.mediators.add(decided.newMediator());
            }
        } else {
            noLongerAsked(next, decided.mediator());
        }
    }

    /** Access ends at once. */
    private static void recused(CaseDraft next, String person) {
        next.recused.add(person);
        next.handlers.remove(person);
        next.mediators.remove(person);
        noLongerAsked(next, person);
    }

    private static void noLongerAsked(CaseDraft next, String person) {
        Set<String> left = new HashSet<>(next.complaint.mediation().recusalAsked());
        left.remove(person);
        asking(next, left);
        if (left.isEmpty()) {
            next.flags.remove(Flag.RECUSAL_PENDING);
        }
    }

    private static void asking(CaseDraft next, Set<String> people) {
        next.complaint = next.complaint.with(next.complaint.mediation().asking(people));
    }

    private static Set<String> plus(Set<String> set, String one) {
        Set<String> more = new HashSet<>(set);
        more.add(one);
        return more;
    }
}
