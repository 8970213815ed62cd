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

    /** Approval by a leader, on paper or in the program. {@code by}: person id or the paper's signatory code. */
    record Approval(String by, LocalDate on, @Nullable String paperNo) {}

    /** How someone was told. {@code channel}: PLATFORM, SMS, PHONE, LETTER, EMAIL, IN_PERSON. */
    record Telling(String channel, @Nullable String proofNo) {}

    /** One ground of Art. 16 with its sub-code and, for OTHER_LAW, its citation. */
    record Ground(String code, @Nullable String sub, @Nullable String citation) {}

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
            boolean byAnalogy)
            implements Entry {}

    record KindsConfirmed(List<Kind> kinds) implements Entry {}

    record SubmissionSplit(Kind newKind, String newCaseNo) implements Entry {}

    record Reclassified(Kind newKind, String newCaseNo) implements Entry {}

    record Redirected(String path) implements Entry {}

    record Assigned(List<String> persons, @Nullable String office) implements Entry {}

    record MaterialRequested(List<String> items, LocalDate until) implements Entry {}

    record MaterialSupplied(List<String> items) implements Entry {}

    record IdentityChecked(String result) implements Entry {}

    // ------------------------------------------------------------------ complaint
    record Accepted(boolean byAnalogy) implements Entry {}

    record AcceptanceNotified(PartyRole to, Telling telling) implements Entry {}

    record Refused(List<Ground> grounds, List<String> factors) implements Entry {}

    record RefusalNotified(PartyRole to, Telling telling) implements Entry {}

    record ConsentRecorded(PartyRole party, String means, boolean presumed) implements Entry {}

    record ConsentRefused(PartyRole party, String means) implements Entry {}

    record MediationOpened() implements Entry {}

    /** {@code mode}: ON_SITE, PHONE, VIDEO, AUDIO, INTERNET. */
    record MediationScheduled(Instant at, String mode, List<String> mediators) implements Entry {}

    record MediationHeld(String mode, List<PartyRole> present, List<PartyRole> absent, List<String> mediators)
            implements Entry {}

    /** {@code letter}: MADE, WAIVED_BY_BOTH, PERFORMED_AT_ONCE, NOT_ON_SITE. */
    record AgreementReached(@Nullable BigDecimal amount, @Nullable LocalDate performBy, String letter)
            implements Entry {}

    record SelfSettled(@Nullable BigDecimal amount) implements Entry {}

    record MediationLetterIssued(String sealNo) implements Entry {}

    record PerformanceRecorded(String result, @Nullable BigDecimal amount) implements Entry {}

    record MediationTerminated(String ground, @Nullable String sub, @Nullable String citation) implements Entry {}

    record TerminationNotified(PartyRole to, Telling telling) implements Entry {}

    /** {@code how}: WITHDRAWN or SELF_SETTLED. */
    record Withdrawn(String how) implements Entry {}

    record DemandsChanged(List<String> demands, @Nullable BigDecimal amount) implements Entry {}

    record NoticeRecorded(String dutyId, String form, PartyRole to, Telling telling) implements Entry {}

    record NoticeFailed(String dutyId, PartyRole to, String channel) implements Entry {}

    /** {@code decision}: Refused or MediationTerminated; {@code basis}: SELF_CORRECTION, RECONSIDERATION, COURT. */
    record DecisionRevoked(String decision, String basis, LocalDate paperOn, String paperNo, @Nullable LocalDate until)
            implements Entry {}

    record FollowedUp(@Nullable Integer rating, @Nullable Boolean told) implements Entry {}

    /** {@code value} holds codes, dates or ids only; a corrected narrative is kept as text beside the entry. */
    record Corrected(String field, String reason, @Nullable String value) implements Entry {}

    record Archived() implements Entry {}

    // ------------------------------------------------------------------ green channel
    record RoutedToMerchant(String member) implements Entry {}

    record MerchantResponded() implements Entry {}

    record GreenSettled(@Nullable BigDecimal amount) implements Entry {}

    /** {@code by}: COMPLAINANT, MERCHANT_DECLINED, PROMISE_MISSED. */
    record Escalated(String by) implements Entry {}

    // ------------------------------------------------------------------ report
    record VerificationStarted(List<String> methods, List<String> persons) implements Entry {}

    record FindingRecorded(String finding) implements Entry {}

    record ClockPaused(String reason, LocalDate after, String paperNo) implements Entry {}

    /** {@code reason}: the pause that ends; another one may still run. */
    record ClockResumed(String reason, LocalDate through, @Nullable String paperNo) implements Entry {}

    record VerificationExtended(Approval approval) implements Entry {}

    /** {@code caseCause}: code of the kind of breach, if one was given. */
    record Filed(Approval approval, List<String> officers, @Nullable String caseCause) implements Entry {}

    /** {@code failing}: the condition of PP 19 that is not met, for OTHER_LAWFUL. */
    record FilingDeclined(Approval approval, String ground, @Nullable String failing, @Nullable String citation)
            implements Entry {}

    record NoAuthorityTold(boolean withinMarketRegulation, @Nullable String agency, boolean handedOverInWriting)
            implements Entry {}

    record NotRehandled(String earlierCaseNo) implements Entry {}

    record ReportMerged(String intoCaseNo) implements Entry {}

    record VerificationRestarted(String becauseOf, Instant lastReceivedAt) implements Entry {}

    record DecisionExtended(Approval approval) implements Entry {}

    record DecisionExtendedFurther(Approval approval, LocalDate until) implements Entry {}

    record CaseSuspended(Approval approval, String item, LocalDate after) implements Entry {}

    record CaseResumed(Approval approval, LocalDate through) implements Entry {}

    record InvestigationTerminated(Approval approval, String item) implements Entry {}

    record CaseDecided(
            Approval approval,
            String outcome,
            @Nullable String decisionNo,
            @Nullable BigDecimal fine,
            @Nullable BigDecimal forfeiture,
            @Nullable BigDecimal returned)
            implements Entry {}

    record PenaltyPerformed(String proofNo) implements Entry {}

    /** {@code basis}: PERFORMED, COURT_ENDED, TERMINATED, DECIDED_OTHERWISE, OTHER (PP 77). */
    record CaseClosed(Approval approval, String basis) implements Entry {}

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
            implements Entry {}

    record HandedToSpecialRules(String matter) implements Entry {}

    record ReporterTold(String basis, @Nullable String citation, Telling telling) implements Entry {}

    record RewardDecided(Approval approval, String basis, @Nullable BigDecimal amount) implements Entry {}

    record ReportWithdrawn() implements Entry {}

    // ------------------------------------------------------------------ consultation, suggestion
    /** {@code unit}: code of an agency or 所, if it is one; {@code considering}: a suggestion is being studied. */
    record Referred(@Nullable String unit, boolean considering) implements Entry {}

    record Answered(@Nullable String result, @Nullable String knowledgeId) implements Entry {}

    record HandedOver(String body, String paperNo) implements Entry {}

    record Converted(Kind newKind, String newCaseNo) implements Entry {}

    // ------------------------------------------------------------------ routing
    record Distributed(String from, String to, boolean sameAgency) implements Entry {}

    record ReceiptConfirmed() implements Entry {}

    record Returned(String from, String to, boolean sameAgency, @Nullable String suggested) implements Entry {}

    record TakenUp(String from, String to) implements Entry {}

    record SuperiorAsked(Approval approval, String superior) implements Entry {}

    record AskDeclined(String superior) implements Entry {}

    record DisputeRaised(String dispute, List<String> agencies) implements Entry {}

    record DisputeAgreed(String holder) implements Entry {}

    record DesignationAsked(String superior) implements Entry {}

    record Designated(String by, String holder) implements Entry {}

    // ------------------------------------------------------------------ several people
    record JointOpened(List<String> partyIds) implements Entry {}

    record JointConsented(String partyId) implements Entry {}

    record JointLeft(String partyId) implements Entry {}

    record RepresentativesElected(List<String> partyIds) implements Entry {}

    /** {@code matter}: DEMANDS, WAIVER, AGREEMENT, WITHDRAWAL. */
    record RepresentedConsented(String partyId, String matter) implements Entry {}

    /** {@code powers}: GENERAL or named powers SETTLE, WITHDRAW, CHANGE_DEMANDS. */
    record AgentRegistered(String partyId, List<String> powers, LocalDate validTo, boolean originalSeen, boolean idSeen)
            implements Entry {}

    record AgencyEnded(String partyId) implements Entry {}

    record DuplicateLinked(String otherCaseNo) implements Entry {}

    record DuplicateMerged(String intoCaseNo) implements Entry {}

    // ------------------------------------------------------------------ mediation's side procedures
    record MediationEntrusted(String body, LocalDate until) implements Entry {}

    record EntrustmentReturned(String result) implements Entry {}

    record RecusalRequested(String mediator, PartyRole by) implements Entry {}

    record MediatorRecused(String mediator) implements Entry {}

    record RecusalDecided(String mediator, String result, @Nullable String newMediator) implements Entry {}

    record AppraisalProposed(PartyRole by) implements Entry {}

    record AppraisalBodyAgreed(String body) implements Entry {}

    record AppraisalBodyDesignated(String body) implements Entry {}

    record AppraisalCostAgreed(String shares) implements Entry {}

    record AppraisalCommissioned(LocalDate on, String paperNo) implements Entry {}

    record AppraisalResultReceived(LocalDate on, String paperNo) implements Entry {}

    record AppraisalAbandoned(LocalDate on) implements Entry {}

    record ClueFound(String newCaseNo, boolean inMediation) implements Entry {}

    record AbuseFlagged(List<String> factors) implements Entry {}

    record AbuseCleared() implements Entry {}

    // ------------------------------------------------------------------ field acts (service promises)
    record TeamDispatched(List<String> persons) implements Entry {}

    record ArrivedOnSite() implements Entry {}

    record PartyContacted() implements Entry {}

    record FeedbackGiven() implements Entry {}

    record FoodRiskFlagged() implements Entry {}

    record OffShelfRecorded() implements Entry {}

    // ------------------------------------------------------------------ the file itself
    record Unmasked(String partyId, String field, String purpose) implements Entry {}

    record DeadlineRecounted(String rule) implements Entry {}

    /** Service promises that begin to count, as the agency's settings were then; {@code from} their start. */
    record PromisesMade(List<String> rules, Instant from) implements Entry {}
}
