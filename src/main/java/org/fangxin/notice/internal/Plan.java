package org.fangxin.notice.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Duty;
import org.fangxin.casefile.JournalReader.Heard;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.entry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what after one act: the duties that it made, else a courtesy; one message for one person, however many
 * entries the act wrote. Pure.
 */
final class Plan {
    /** Duties that an act of its own discharges: signing the letter, telling the reporter with its basis. */
    private static final Set<String> BY_OTHER_ACTS = Set.of("MediationLetterIssued", "ReporterTold");

    private static final Map<String, String> FORMS = Map.of(
            "F4", "material", "F5", "accepted", "F6", "refused", "F7", "mediation", "F8", "terminated", "F9", "letter");
    private static final Map<String, String> TITLES = Map.of(
            "其他解决途径告知", "other-ways",
            "履行提醒", "perform-due",
            "逾期履行提醒", "perform-overdue",
            "撤回确认", "withdrawn",
            "投诉请求变更告知", "demands",
            "撤销决定告知", "revoked",
            "先行和解确认", "green-settled");

    private Plan() {}

    /**
     * @param state the case as it is now
     * @param act all entries of one act of this case that were heard, in order
     * @param freshAfter what was received before is history and gets no courtesy
     */
    static List<Draft> of(CaseState state, List<Heard> act, Instant freshAfter) {
        Map<PartyRole, Draft> drafts = new EnumMap<>(PartyRole.class);
        Map<String, String> facts = facts(act);
        Set<PartyRole> byHand = toldByHand(act);
        for (Duty duty : born(state, act)) {
            if (!(byHand.contains(duty.to()) && duty.dischargedAt() != null)) {
                drafts.merge(duty.to(), draft(duty, facts), Plan::joined);
            }
        }
        act.forEach(heard -> courtesy(state, heard, freshAfter)
                .forEach(
                        (role, template) -> drafts.putIfAbsent(role, new Draft("", role, List.of(), template, facts))));
        act.stream()
                .filter(heard -> !heard.actorId().equals("system"))
                .map(Heard::entry)
                .filter(Entry.NoticeFailed.class::isInstance)
                .map(Entry.NoticeFailed.class::cast)
                .forEach(failed ->
                        reopened(state, failed).ifPresent(duty -> drafts.put(duty.to(), draft(duty, facts))));
        return drafts.values().stream()
                .flatMap(draft -> addressed(state, draft).stream())
                .toList();
    }

    private static List<Duty> born(CaseState state, List<Heard> act) {
        Set<String> seqs = new HashSet<>();
        act.forEach(heard -> seqs.add(String.valueOf(heard.caseSeq())));
        return state.duties().all().stream()
                .filter(duty -> seqs.contains(duty.id().substring(duty.id().lastIndexOf(':') + 1)))
                .toList();
    }

    private static Optional<Duty> reopened(CaseState state, Entry.NoticeFailed failed) {
        return state.duties().find(failed.dutyId()).filter(duty -> duty.dischargedAt() == null);
    }

    private static Draft draft(Duty duty, Map<String, String> facts) {
        boolean owed = duty.dischargedAt() == null && !BY_OTHER_ACTS.contains(duty.meaning());
        String template = duty.to() == PartyRole.REPORTER
                ? "reporter"
                : Optional.ofNullable(FORMS.get(duty.form()))
                        .or(() -> Optional.ofNullable(TITLES.get(duty.title())))
                        .orElse(duty.title().contains("补充") ? "material" : "message");
        return new Draft("", duty.to(), owed ? List.of(duty.id()) : List.of(), template, facts);
    }

    private static Draft joined(Draft one, Draft other) {
        List<String> duties = new ArrayList<>(one.duties());
        duties.addAll(other.duties());
        return new Draft("", one.role(), duties, one.template(), one.facts());
    }

    /** Told by an officer in the same act, by telephone or by hand: nothing is sent after it. */
    private static Set<PartyRole> toldByHand(List<Heard> act) {
        Set<PartyRole> told = EnumSet.noneOf(PartyRole.class);
        for (Heard heard : act) {
            switch (heard.entry()) {
                case Entry.AcceptanceNotified t when byHand(t.telling()) -> told.add(t.to());
                case Entry.RefusalNotified t when byHand(t.telling()) -> told.add(t.to());
                case Entry.TerminationNotified t when byHand(t.telling()) -> told.add(t.to());
                case Entry.NoticeRecorded t when byHand(t.telling()) -> told.add(t.to());
                default -> {}
            }
        }
        return told;
    }

    private static boolean byHand(Entry.Telling telling) {
        return !telling.channel().equals("PLATFORM");
    }

    private static Map<PartyRole, String> courtesy(CaseState state, Heard heard, Instant freshAfter) {
        PartyRole person = person(state);
        return switch (heard.entry()) {
            case Entry.Received received
            when heard.caseSeq() == 1
                    && received.source().equals("SUBMISSION")
                    && received.receivedAt().isAfter(freshAfter) -> Map.of(person, "received");
            case Entry.MediationScheduled _ ->
                Map.of(PartyRole.COMPLAINANT, "mediation", PartyRole.RESPONDENT, "mediation");
            case Entry.MaterialRequested _ -> Map.of(person, state.kind() == Kind.REPORT ? "reporter" : "material");
            case Entry.Answered _ -> Map.of(person, "answered");
            case Entry.ReporterTold told
            when told.telling().channel().equals("PLATFORM") -> Map.of(PartyRole.REPORTER, "reporter");
            default -> Map.of();
        };
    }

    static PartyRole person(CaseState state) {
        return switch (state.kind()) {
            case COMPLAINT -> PartyRole.COMPLAINANT;
            case REPORT -> PartyRole.REPORTER;
            case CONSULTATION, SUGGESTION -> PartyRole.ASKER;
        };
    }

    /** The first of several complainants is owed the telling; the others hear the same as a courtesy. */
    private static List<Draft> addressed(CaseState state, Draft draft) {
        if (draft.role() == PartyRole.REPORTER) {
            return List.of(draft.to(Draft.REPORTER));
        }
        List<String> parties = state.partiesWith(draft.role());
        List<Draft> drafts = new ArrayList<>();
        for (String party : parties) {
            drafts.add((drafts.isEmpty() ? draft : draft.courtesy()).to(party));
        }
        return drafts.isEmpty() && draft.owed() ? List.of(draft.to(draft.role().name())) : drafts;
    }

    private static Map<String, String> facts(List<Heard> act) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Heard heard : act) {
            switch (heard.entry()) {
                case Entry.MaterialRequested asked -> {
                    put(facts, "until", asked.until().toString());
                    put(facts, "items", String.join(",", asked.items()));
                }
                case Entry.MediationScheduled session -> {
                    put(facts, "at", session.at().toString());
                    put(facts, "mode", session.mode());
                }
                default -> {}
            }
        }
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
