package org.fangxin.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.identity.Role;

/** One act of one procedure: who may do it, from where, with what, and what it makes. Pure and stateless. */
public interface ActRule {
    Act act();

    /** The kinds of case it belongs to; several rules may serve one act for different kinds. */
    Set<Kind> kinds();

    Set<Role> roles();

    Set<Stage> stages();

    /** Whether only officers of the agency that holds the case may do it; superiors are judged by their own role. */
    default boolean holderOnly() {
        return true;
    }

    /**
     * Field work is counted in minutes: its true time of the last day is taken without a paper, since it may have been noted
     * where there was no network. The journal keeps both times.
     */
    default boolean byTheMinute() {
        return false;
    }

    /** The event before which the act cannot have taken place (guard on {@code occurredOn}). */
    default Instant trigger(CaseState state) {
        return state.receivedAt();
    }

    /** The act's own article, or empty where it depends on the case. */
    default String article() {
        return "";
    }

    /** Fields beside the ones every act has ({@code occurredOn}, {@code paperNo}, {@code note}). */
    List<FieldSpec> fields();

    /** What follows, shown beside the form, e.g. 会告知投诉人；调解期限起算. */
    String effect();

    /** The refusal when the stage does not fit: names the article and the act that would be right. */
    Decision.Refused wrongStage(CaseState state);

    /** What forbids the act whatever its fields say; empty when it may be offered. Role and stage are checked before. */
    Optional<Decision.Refused> forbidden(CaseState state, Actor actor, World world);

    /** Role, stage and {@link #forbidden} have been checked. May throw {@link Fields.Faulty}. */
    Decision decide(CaseState state, Command command, World world);
}
