package org.fangxin.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fangxin.law.Statutes;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.region.Agencies;
import org.jspecify.annotations.Nullable;

/**
 * What a decision may look at beside the case itself; the gate gathers it before.
 *
 * @param setting the value of a setting (e.g. {@code consent.presumed}) for the case's agency
 * @param competent codes of the agencies competent for this case by the facts recorded at intake; empty when facts
 *     are missing or nobody has asked: then competence is not checked
 * @param shopRegion code of the division where the merchant is, as far as known
 * @param officer a person by id with agency and roles; empty for unknown or inactive ones
 * @param otherCase the state of another case by its number, as far as the actor may see it
 * @param reporters whether two reports come from the same reporter, without saying who (Art. 35)
 */
public record World(
        Instant now,
        Statutes statutes,
        WorkingCalendar calendar,
        Agencies agencies,
        UnaryOperator<String> setting,
        Set<String> competent,
        @Nullable String shopRegion,
        Function<String, Optional<Actor>> officer,
        Function<String, Optional<CaseState>> otherCase,
        ReporterMatch reporters) {}
