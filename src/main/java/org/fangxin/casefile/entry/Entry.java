package org.fangxin.casefile.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in the journal's words. Only ids, codes, instants, amounts and paper numbers: free text is kept beside
 * the entry by the gate and never in it. The simple name of a record is its name in the journal; a name once written is
 * never changed.
 */
public sealed interface Entry {
    /** The file of any kind of case: its beginning, kinds, material, notices, links, end. */
    sealed interface OfFile extends Entry {}

    /** The main line of a complaint. */
    sealed interface OfComplaint extends Entry {}

    /** Talks with the merchant before an agency has the complaint. */
    sealed interface OfGreenChannel extends Entry {}

    /** Several complainants, agents, entrusted bodies, recusal. */
    sealed interface OfPeople extends Entry {}

    /** Appraisal and testing in mediation. */
    sealed interface OfAppraisal extends Entry {}

    /** The line of a report. */
    sealed interface OfReport extends Entry {}

    /** The line of a consultation or suggestion. */
    sealed interface OfInquiry extends Entry {}

    /** Which office and who has it. */
    sealed interface OfRouting extends Entry {}

    /** Field work, counted by service promises. */
    sealed interface OfField extends Entry {}

    /** Approval by a leader, on paper or in the program. {@code by}: person id or the paper's signatory code. */
    record Approval(String by, LocalDate on, @Nullable String paperNo) {}

    /** How someone was told. {@code channel}: PLATFORM, SMS, PHONE, LETTER, EMAIL, IN_PERSON. */
    record Telling(String channel, @Nullable String proofNo) {}

    /** One ground of Art. 16 with its sub-code and, for OTHER_LAW, its citation. */
    record Ground(
            String code, @Nullable String sub, @Nullable String citation) {}

    /** A party present at the opening: ids P1, P2… within the case. */
    record Party(String id, PartyRole role) {}

    // ------------------------------------------------------------------ beginnings
    /**
     * @param law order121 or order20: that of the receipt day, never changed
     * @param receivedAt when the agency received it; clocks count from here
     * @param source SUBMISSION, DISTRIBUTED, RETURNED, DESIGNATED, TRANSFERRED, ESCALATED, CLUE, CLUE_IN_MEDIATION,
     *     CONVERTED, RECLASSIFIED, SPLIT; of the entries after the first only DISTRIBUTED, RETURNED, DESIGNATED and
     *     ESCALATED
     * @param topics what special laws ask about: ADVERTISING, FOOD, UNFAIR_COMPETITION; of a report REAL_NAME when its
     *     reporter gave a name; VISIT_TOWN, VISIT_RURAL, VISIT_COUNTY_SEAT when someone must go there at once
     * @param related number of the other case this one comes from, if its existence may be known here
     * @param promises service promises that begin with this receipt, as the agency's settings were then
     */
    record Received(
            Kind kind,
            String agency,
            Instant receivedAt,
            String law,
            String channel,
            String source,
            @Nullable String related,
            List<Party> parties,
            List<String> flags,
            List<String> topics,
            boolean greenChannel,
            boolean byAnalogy,
            List<String> promises)
            implements OfFile {
        public Received(
                Kind kind,
                String agency,
                Instant receivedAt,
                String law,
                String channel,
                String source,
                @Nullable String related,
                List<Party> parties,
                List<String> flags,
                List<String> topics,
                boolean greenChannel,
                boolean byAnalogy) {
            this(
                    kind,
                    agency,
                    receivedAt,
                    law,
                    channel,
                    source,
                    related,
                    parties,
                    flags,
                    topics,
                    greenChannel,
                    byAnalogy,
                    List.of());
        }

        /** The same receipt with the service promises that it makes. */
        public Received promising(List<String> rules) {
            return new Received(
                    kind,
                    agency,
                    receivedAt,
                    law,
                    channel,
                    source,
                    related,
                    parties,
                    flags,
                    topics,
                    greenChannel,
                    byAnalogy,
                    rules);
        }
    }

    record KindsConfirmed(List<Kind> kinds) implements OfFile {}

    record SubmissionSplit(Kind newKind, String newCaseNo) implements OfFile {}

    record Reclassified(Kind newKind, String newCaseNo) implements OfFile {}

    record Redirected(String path) implements OfFile {}

    /** @param byRule what the unit's rule proposed; null when nobody asked it */
    record Assigned(
            List<String> persons,
            @Nullable String office,
            @Nullable RuleProposal byRule) implements OfRouting {}

    /**
     * Whose turn a rule of assignment found it was, beside who was chosen.
     *
     * @param assignmentRule agency and number of its version, {@code 620826/3}
     * @param proposed the officer proposed first; null when there was nobody
     */
    record RuleProposal(String assignmentRule, @Nullable String proposed) {}

    record MaterialRequested(List<String> items, LocalDate until) implements OfFile {}

    record MaterialSupplied(List<String> items) implements OfFile {}

    /** {@code means}: PHONE_CODE, DOCUMENT or IN_PERSON; null when nobody said. {@code papers}: ids of the proofs looked at. */
    record IdentityChecked(
            String result, @Nullable String means, @Nullable List<String> papers) implements OfFile {
        public IdentityChecked(String result) {
            this(result, null, null);
        }
    }

    // ------------------------------------------------------------------ complaint
    record Accepted(boolean byAnalogy) implements OfComplaint {}

    record AcceptanceNotified(PartyRole to, Telling telling) implements OfComplaint {}

    record Refused(List<Ground> grounds, List<String> factors) implements OfComplaint {}

    record RefusalNotified(PartyRole to, Telling telling) implements OfComplaint {}

    record ConsentRecorded(PartyRole party, String means, boolean presumed) implements OfComplaint {}

    record ConsentRefused(PartyRole party, String means) implements OfComplaint {}

    record MediationOpened() implements OfComplaint {}

    /**
     * The officer confirmed what the respondent may get. {@code nameShown}: SURNAME or FULL; {@code files}: ids of the
     * files he may see; {@code contact}: AGENCY, RELAY, OWN_PHONE, OWN_ADDRESS.
     */
    record RespondentCleared(
            String nameShown,
            List<String> files,
            String contact,
            @Nullable LocalDate purchasedOn) implements OfComplaint {}

    /**
     * {@code mode}: ON_SITE, PHONE, VIDEO, AUDIO, INTERNET.
     *
     * @param leadWaived both sides agreed to less notice than the agency's usual (7-33); null when nobody asked
     */
    record MediationScheduled(
            Instant at,
            String mode,
            List<String> mediators,
            @Nullable Boolean leadWaived) implements OfComplaint {}

    /** The session planned last takes place at another time. {@code asked}: the side that asked, null for the mediator. */
    record MediationRescheduled(
            Instant at,
            String mode,
            List<String> mediators,
            @Nullable Boolean leadWaived,
            @Nullable PartyRole asked) implements OfComplaint {}

    record RescheduleAsked(PartyRole by) implements OfComplaint {}

    /** {@code result}: AGREED, ADJOURNED, NOT_AGREED; what was said is kept as text. */
    record MediationHeld(
            String mode,
            List<PartyRole> present,
            List<PartyRole> absent,
            List<String> mediators,
            @Nullable String result)
            implements OfComplaint {}

    /** Files that somebody handed in while mediation went on; {@code from} null for the mediator. */
    record MediationMaterialReceived(@Nullable PartyRole from, List<String> files) implements OfComplaint {}

    /**
     * What was said in the online room became a record of the file (Art. 24).
     *
     * @param sm3 of the record's text, so that it cannot be changed afterwards
     * @param lines how many lines it has
     * @param by the mediator who made it
     */
    record MediationTranscribed(String transcriptId, String sm3, int lines, String by) implements OfComplaint {}

    /** One point of an agreement: who does it, for how much, by when; its words are kept as text {@code items.<id>}. */
    record Item(
            String id,
            PartyRole who,
            @Nullable BigDecimal amount,
            @Nullable LocalDate by) {}

    /**
     * {@code letter}: MADE, WAIVED_BY_BOTH, PERFORMED_AT_ONCE, NOT_ON_SITE.
     *
     * @param items empty when the agreement was recorded as a whole
     */
    record AgreementReached(
            @Nullable BigDecimal amount, @Nullable LocalDate performBy, String letter, List<Item> items)
            implements OfComplaint {
        public AgreementReached {
            // entries from before agreements had items
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    record SelfSettled(@Nullable BigDecimal amount) implements OfComplaint {}

    record MediationLetterIssued(String sealNo) implements OfComplaint {}

    /** {@code item}: which one, null for the whole agreement. */
    record PerformanceRecorded(
            String result,
            @Nullable BigDecimal amount,
            @Nullable String item) implements OfComplaint {}

    /** An item comes due, or is past its day and not performed. */
    record PerformanceReminded(String item, PartyRole who, boolean overdue) implements OfComplaint {}

    record MediationTerminated(
            String ground, @Nullable String sub, @Nullable String citation) implements OfComplaint {}

    record TerminationNotified(PartyRole to, Telling telling) implements OfComplaint {}

    /** {@code how}: WITHDRAWN or SELF_SETTLED. */
    record Withdrawn(String how) implements OfComplaint {}

    record DemandsChanged(List<String> demands, @Nullable BigDecimal amount) implements OfComplaint {}

    record NoticeRecorded(String dutyId, String form, PartyRole to, Telling telling) implements OfFile {}

    record NoticeFailed(String dutyId, PartyRole to, String channel) implements OfFile {}

    /** {@code decision}: Refused or MediationTerminated; {@code basis}: SELF_CORRECTION, RECONSIDERATION, COURT. */
    record DecisionRevoked(
            String decision,
            String basis,
            LocalDate paperOn,
            String paperNo,
            @Nullable LocalDate until) implements OfComplaint {}

    record FollowedUp(@Nullable Integer rating, @Nullable Boolean told) implements OfFile {}

    /** {@code value} holds codes, dates or ids only; a corrected narrative is kept as text beside the entry. */
    record Corrected(String field, String reason, @Nullable String value) implements OfFile {}

    /** The officer's own words beside the file, kept as text; nothing of the case changes. */
    record Noted() implements OfFile {}

    record Archived() implements OfFile {}

    /**
     * Its term was over and two people agreed: what was said, shown and written in the case is gone, and this is its last entry.
     *
     * @param listNo the disposal list on which it stands, e.g. D620823-2036-001
     */
    record Disposed(String listNo) implements OfFile {}

    /**
     * An official form was issued: numbered, sealed, kept and never changed. Issuing is not yet telling.
     *
     * @param form F1…F10
     * @param number as printed, e.g. 崇市监投受〔2026〕第3号
     * @param sm3 of the PDF, 64 hex digits
     * @param replaces number of the document that this one corrects, or null
     */
    record DocumentIssued(
            String documentId,
            String form,
            String number,
            List<PartyRole> to,
            String sm3,
            @Nullable String replaces) implements OfFile {}

    // ------------------------------------------------------------------ green channel
    /**
     * {@code until}: the last day of this member's own promise, null where the agency's rule counts; {@code consentText}:
     * version of the words that the consumer agreed to, null where an officer recorded the consent by hand.
     */
    record RoutedToMerchant(
            String member,
            @Nullable LocalDate until,
            @Nullable String consentText) implements OfGreenChannel {}

    /** {@code digest}: SM3 of what was said, kept sealed beside the journal; null where an officer noted it. */
    record MerchantResponded(@Nullable String digest) implements OfGreenChannel {}

    /** What the consumer said to the merchant; {@code digest} as in {@link MerchantResponded}. */
    record ConsumerReplied(@Nullable String digest) implements OfGreenChannel {}

    /** {@code digest}: of the proposal that was accepted, null where they agreed outside the thread. */
    record GreenSettled(
            @Nullable BigDecimal amount, @Nullable String digest) implements OfGreenChannel {}

    /** {@code by}: COMPLAINANT, MERCHANT_DECLINED, PROMISE_MISSED. */
    record Escalated(String by) implements OfGreenChannel {}

    // ------------------------------------------------------------------ report
    record VerificationStarted(List<String> methods, List<String> persons) implements OfReport {}

    record FindingRecorded(String finding) implements OfReport {}

    /**
     * An inspection on site (PP 22, 28); what was seen and said is kept as text.
     *
     * @param checked points of the checklist; {@code problems} those of them where something was wrong
     * @param signed SIGNED, REFUSED or ABSENT: how the party confirmed the record (PP 43)
     * @param attachments files taken there
     * @param list the checklist with its version, see {@link org.fangxin.casefile.SiteChecklists}; null in old records
     * @param answers what was found at each of its points; null in old records
     * @param told whether the party was told its rights (PP 21); null in old records
     */
    record SiteInspected(
            Instant from,
            Instant to,
            List<String> officers,
            List<String> checked,
            List<String> problems,
            String signed,
            List<String> attachments,
            @Nullable String list,
            @Nullable List<SiteAnswer> answers,
            @Nullable Boolean told)
            implements OfReport {}

    /**
     * Somebody was questioned alone by two officers (PP 29); questions and answers are kept as text, who he is among the parties.
     *
     * @param capacity PARTY, CHARGE, WITNESS or OTHER: what he has to do with the case
     * @param checked READ or READ_ALOUD: how he checked the record; null when he did not
     * @param signed SIGNED, REFUSED or ABSENT: how he confirmed it (PP 43)
     */
    record Questioned(
            String partyId,
            String capacity,
            Instant from,
            Instant to,
            List<String> officers,
            @Nullable String checked,
            String signed,
            List<String> attachments)
            implements OfReport {}

    /** {@code result}: FIT, UNFIT or NOT_APPLICABLE; the remark is kept as text. */
    record SiteAnswer(String point, String result) {}

    /**
     * A piece of evidence (PP 23, 24); its name and source are kept as text.
     *
     * @param kind DOCUMENT, OBJECT, RECORDING, ELECTRONIC, WITNESS, STATEMENT, EXPERT, INSPECTION
     * @param files of the case that are this piece; {@code attachments} those that came with it
     * @param preserved registered and kept in place (PP 33); null in old records
     */
    record EvidenceListed(
            String kind,
            boolean original,
            LocalDate collectedOn,
            List<String> officers,
            List<String> files,
            List<String> attachments,
            @Nullable Boolean preserved)
            implements OfReport {}

    /**
     * What the reviewers think of the case (PP 49–55).
     *
     * @param kind LEGAL (PP 50) or CASE (PP 52)
     * @param opinion AGREE, CORRECT, MORE or OTHER (PP 54)
     */
    record ReviewDone(String kind, String opinion, String reviewer, List<String> attachments) implements OfReport {}

    /** The party is told what is intended (PP 57); {@code hearing}: whether of a hearing too. The words are kept as text. */
    record PenaltyNoticed(
            Approval approval,
            boolean hearing,
            @Nullable BigDecimal fine,
            @Nullable BigDecimal forfeiture,
            List<String> attachments)
            implements OfReport {}

    /**
     * The notice has reached the party (PP 57, 82).
     *
     * @param way DIRECT, LEFT, ELECTRONIC, MAIL, ENTRUSTED, PUBLIC
     * @param on when it was handed over, sent or posted up; {@code servedOn} the day that counts
     */
    record PenaltyNoticeServed(String way, LocalDate on, LocalDate servedOn, List<String> attachments)
            implements OfReport {}

    /** The decision has reached the party (PP 81, 82); as {@link PenaltyNoticeServed}. */
    record DecisionServed(String way, LocalDate on, LocalDate servedOn, List<String> attachments) implements OfReport {}

    /** What the party says to the notice (PP 58). */
    record DefenceStated(LocalDate on, List<String> attachments) implements OfReport {}

    record HearingAsked(LocalDate on, List<String> attachments) implements OfReport {}

    /** In writing; silence waives by itself after five working days (PP 57). */
    record DefenceWaived(LocalDate on, List<String> attachments) implements OfReport {}

    /** {@code outcome}: HELD, or GIVEN_UP where the party took its request back or did not come; {@code host} led it. */
    record HearingEnded(
            LocalDate on, String outcome, @Nullable String host, List<String> attachments) implements OfReport {}

    /** The leaders together (PP 60). */
    record CaseDiscussed(LocalDate on, boolean agreed, List<String> attachments) implements OfReport {}

    /**
     * A decision is no longer what it was (PP 63).
     *
     * @param what CHANGED, REVOKED, UNLAWFUL, VOID
     * @param by RECONSIDERATION, COURT, SUPERIOR, ITSELF
     * @param paperNo of the paper that says so
     */
    record DecisionChanged(String what, String by, LocalDate on, String paperNo) implements OfReport {}

    record ClockPaused(String reason, LocalDate after, String paperNo) implements OfReport {}

    /** {@code reason}: the pause that ends; another one may still run. */
    record ClockResumed(
            String reason, LocalDate through, @Nullable String paperNo) implements OfReport {}

    record VerificationExtended(Approval approval) implements OfReport {}

    /** {@code caseCause}: code of the kind of breach, if one was given. */
    record Filed(
            Approval approval,
            List<String> officers,
            @Nullable String caseCause) implements OfReport {}

    /** {@code failing}: the condition of PP 19 that is not met, for OTHER_LAWFUL. */
    record FilingDeclined(
            Approval approval,
            String ground,
            @Nullable String failing,
            @Nullable String citation) implements OfReport {}

    record NoAuthorityTold(
            boolean withinMarketRegulation, @Nullable String agency, boolean handedOverInWriting) implements OfReport {}

    record NotRehandled(String earlierCaseNo) implements OfReport {}

    record ReportMerged(String intoCaseNo) implements OfReport {}

    record VerificationRestarted(String becauseOf, Instant lastReceivedAt) implements OfReport {}

    record DecisionExtended(Approval approval) implements OfReport {}

    record DecisionExtendedFurther(Approval approval, LocalDate until) implements OfReport {}

    record CaseSuspended(Approval approval, String item, LocalDate after) implements OfReport {}

    record CaseResumed(Approval approval, LocalDate through) implements OfReport {}

    record InvestigationTerminated(Approval approval, String item) implements OfReport {}

    record CaseDecided(
            Approval approval,
            String outcome,
            @Nullable String decisionNo,
            @Nullable BigDecimal fine,
            @Nullable BigDecimal forfeiture,
            @Nullable BigDecimal returned)
            implements OfReport {}

    record PenaltyPerformed(String proofNo) implements OfReport {}

    /** {@code basis}: PERFORMED, COURT_ENDED, TERMINATED, DECIDED_OTHERWISE, OTHER (PP 77). */
    record CaseClosed(Approval approval, String basis) implements OfReport {}

    /**
     * {@code target}: POLICE_ABUSE, JUDICIARY, OTHER_DEPARTMENT, MARKET_AGENCY; for the last the receiving agency and the
     * number of the case there.
     */
    record Transferred(
            Approval approval,
            String target,
            String dossierNo,
            @Nullable String receiptNo,
            @Nullable String agency,
            @Nullable String newCaseNo)
            implements OfFile {}

    record HandedToSpecialRules(String matter) implements OfReport {}

    record ReporterTold(String basis, @Nullable String citation, Telling telling) implements OfReport {}

    record RewardDecided(
            Approval approval, String basis, @Nullable BigDecimal amount) implements OfReport {}

    record ReportWithdrawn() implements OfReport {}

    // ------------------------------------------------------------------ consultation, suggestion
    /** {@code unit}: code of an agency or 所, if it is one; {@code considering}: a suggestion is being studied. */
    record Referred(@Nullable String unit, boolean considering) implements OfInquiry {}

    record Answered(@Nullable String result, @Nullable String knowledgeId) implements OfInquiry {}

    record HandedOver(String body, String paperNo) implements OfInquiry {}

    record Converted(Kind newKind, String newCaseNo) implements OfInquiry {}

    // ------------------------------------------------------------------ routing
    record Distributed(String from, String to, boolean sameAgency) implements OfRouting {}

    record ReceiptConfirmed() implements OfRouting {}

    record Returned(
            String from,
            String to,
            boolean sameAgency,
            @Nullable String suggested) implements OfRouting {}

    record TakenUp(String from, String to) implements OfRouting {}

    record SuperiorAsked(Approval approval, String superior) implements OfRouting {}

    record AskDeclined(String superior) implements OfRouting {}

    record DisputeRaised(String dispute, List<String> agencies) implements OfRouting {}

    record DisputeAgreed(String holder) implements OfRouting {}

    record DesignationAsked(String superior) implements OfRouting {}

    record Designated(String by, String holder) implements OfRouting {}

    // ------------------------------------------------------------------ several people
    /** Somebody joined after the opening; who he is lies sealed among the case's parties. */
    record PartyAdded(String partyId, PartyRole role) implements OfPeople {}

    record JointOpened(List<String> partyIds) implements OfPeople {}

    record JointConsented(String partyId) implements OfPeople {}

    /** {@code newCaseNo}: his own case from now on; null in entries of before it was written. */
    record JointLeft(String partyId, @Nullable String newCaseNo) implements OfPeople {}

    /** One person's place here and there: party ids of the case that merges and of the joint one. */
    record Seat(String before, String now) {}

    /** Complainants with a case of their own agreed to the joint complaint: they are in this case from now on. */
    record JointTaken(String fromCaseNo, List<Seat> seats) implements OfPeople {}

    /** The other side of {@link JointTaken}: this case goes on in the joint one. */
    record JointMerged(String intoCaseNo, List<Seat> seats) implements OfFile {}

    record RepresentativesElected(List<String> partyIds) implements OfPeople {}

    /** {@code matter}: DEMANDS, WAIVER, AGREEMENT, WITHDRAWAL. */
    record RepresentedConsented(String partyId, String matter) implements OfPeople {}

    /** {@code powers}: GENERAL or named powers SETTLE, WITHDRAW, CHANGE_DEMANDS. */
    record AgentRegistered(String partyId, List<String> powers, LocalDate validTo, boolean originalSeen, boolean idSeen)
            implements OfPeople {}

    record AgencyEnded(String partyId) implements OfPeople {}

    record DuplicateLinked(String otherCaseNo) implements OfFile {}

    record DuplicateMerged(String intoCaseNo) implements OfFile {}

    /** In both cases: they turned out to be two disputes; the merged one goes on with its own dates. */
    record DuplicateUnmerged(String otherCaseNo) implements OfFile {}

    // ------------------------------------------------------------------ mediation's side procedures
    record MediationEntrusted(String body, LocalDate until) implements OfPeople {}

    record EntrustmentReturned(String result) implements OfPeople {}

    record RecusalRequested(String mediator, PartyRole by) implements OfPeople {}

    record MediatorRecused(String mediator) implements OfPeople {}

    record RecusalDecided(
            String mediator, String result, @Nullable String newMediator) implements OfPeople {}

    record AppraisalProposed(PartyRole by) implements OfAppraisal {}

    record AppraisalBodyAgreed(String body) implements OfAppraisal {}

    record AppraisalBodyDesignated(String body) implements OfAppraisal {}

    /** {@code complainant} and {@code respondent}: what each pays, when it was agreed in figures. */
    record AppraisalCostAgreed(
            String shares,
            @Nullable BigDecimal complainant,
            @Nullable BigDecimal respondent) implements OfAppraisal {}

    /** {@code files}: the commission's paper, which proves the first excluded day. */
    record AppraisalCommissioned(
            LocalDate on, String paperNo, @Nullable List<String> files) implements OfAppraisal {}

    /** {@code files}: the dated result, which proves the last excluded day. */
    record AppraisalResultReceived(
            LocalDate on, String paperNo, @Nullable List<String> files) implements OfAppraisal {}

    record AppraisalAbandoned(LocalDate on) implements OfAppraisal {}

    record ClueFound(String newCaseNo, boolean inMediation) implements OfFile {}

    record AbuseFlagged(List<String> factors) implements OfFile {}

    record AbuseCleared() implements OfFile {}

    // ------------------------------------------------------------------ field acts (service promises)
    record TeamDispatched(List<String> persons) implements OfField {}

    /** @param attachments photos taken there; null in entries of before photos were taken */
    record ArrivedOnSite(@Nullable List<String> attachments) implements OfField {}

    /** Nothing hangs on it; it holds what was photographed on the way out. */
    record LeftSite(List<String> attachments) implements OfField {}

    record PartyContacted() implements OfField {}

    record FeedbackGiven() implements OfField {}

    record FoodRiskFlagged() implements OfField {}

    /** Somebody's life or health is in danger: fire, gas, poison, electric shock. */
    record DangerFlagged() implements OfField {}

    /** @param attachments photos of the empty shelf, of what was taken away; null in older entries */
    record OffShelfRecorded(@Nullable List<String> attachments) implements OfField {}

    /** The order to take goods off the shelf was lifted before they came off; {@code paperNo} of the lifting. */
    record OffShelfLifted(String paperNo) implements OfField {}

    // ------------------------------------------------------------------ the file itself
    record Unmasked(String partyId, String field, String purpose) implements OfFile {}

    record DeadlineRecounted(String rule) implements OfFile {}

    /** Service promises that begin to count, as the agency's settings were then; {@code from} their start. */
    record PromisesMade(List<String> rules, Instant from) implements OfField {}
}
