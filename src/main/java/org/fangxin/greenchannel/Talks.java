package org.fangxin.greenchannel;

import java.util.Optional;

/** Threads of the green channel, for rooms that make a file of a case. */
public interface Talks {
    /** Empty for a case that never went to a merchant. The caller has checked that the case may be seen. */
    Optional<Talk> of(String caseNo);
}
