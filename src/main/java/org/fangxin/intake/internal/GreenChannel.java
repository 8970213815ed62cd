package org.fangxin.intake.internal;

import java.util.List;
import java.util.Set;
import org.fangxin.casefile.Kind;
import org.fangxin.intake.Submission;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a complaint goes to the merchant first: only with the person's consent, only to a member, and never together
 * with a report (Art. 6; procedures §1.4). Members are named by settings until the merchants have a register.
 */
@Component
class GreenChannel {
    private final Set<String> members;

    GreenChannel(@Value("${fangxin.intake.green-channel.members:}") List<String> members) {
        this.members = Set.copyOf(members);
    }

    boolean opens(Kind kind, Submission submission) {
        String uscc = submission.merchant().uscc();
        boolean member = members.contains(submission.merchant().name()) || uscc != null && members.contains(uscc);
        return kind == Kind.COMPLAINT
                && !submission.mixed()
                && submission.consents().greenChannel()
                && member;
    }
}
