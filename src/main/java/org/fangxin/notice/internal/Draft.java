package org.fangxin.notice.internal;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.PartyRole;

/**
 * One message to one person about one act.
 *
 * @param addressee party id, or {@code REPORTER}: never a name or number
 * @param duties what the law tells us to tell and is still owed; empty for a courtesy
 * @param template id of its wording
 * @param facts dates and codes that the wording speaks of; no personal data
 */
public record Draft(String addressee, PartyRole role, List<String> duties, String template, Map<String, String> facts) {
    /** The reporter has no party row: he is in the vault. */
    public static final String REPORTER = "REPORTER";

    public Draft {
        duties = List.copyOf(duties);
        facts = Map.copyOf(facts);
    }

    public boolean owed() {
        return !duties.isEmpty();
    }

    Draft courtesy() {
        return new Draft(addressee, role, List.of(), template, facts);
    }

    Draft to(String other) {
        return new Draft(other, role, duties, template, facts);
    }
}
