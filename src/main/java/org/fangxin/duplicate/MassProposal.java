package org.fangxin.duplicate;

import java.time.Instant;
import java.util.List;

/**
 * Open complaints that may be one dispute of many people (Art. 12), for a person to judge. Each of them agrees or keeps his
 * own case.
 *
 * @param merchant its code, or its name when it has none
 * @param matter class of goods, or of the problem when that is not known
 * @param complainants how many different ones there are
 * @param cases earliest first: the others join the first
 */
public record MassProposal(
        String agency, String merchant, String merchantName, String matter, int complainants, List<Member> cases) {
    public MassProposal {
        cases = List.copyOf(cases);
    }

    public record Member(String caseNo, Instant receivedAt, String summary) {}
}
