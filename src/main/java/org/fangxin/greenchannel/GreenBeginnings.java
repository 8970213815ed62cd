package org.fangxin.greenchannel;

/** Makes members, their accounts and talks on the program's own behalf, by the same acts: for the demo county. */
public interface GreenBeginnings {
    /** A member as it stands; nothing is checked again. */
    void join(Member member);

    /** The first account of a member; the id of its owner. */
    String open(String memberId, String username, String displayName, String password);

    void merchantSays(String caseNo, String personId, String text);

    void proposes(String caseNo, String personId, Line.Proposal proposal, String text);

    void declines(String caseNo, String personId, String text);

    void consumerSays(String caseNo, String text);

    void accepts(String caseNo, int proposal);

    void escalates(String caseNo, String text);
}
