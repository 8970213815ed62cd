package org.fangxin.bench;

import java.util.Objects;
import java.util.UUID;
import org.fangxin.bench.Wording.Gap;

/**
 * Who plays a told case again: under which numbers, where, when, about which business.
 *
 * @param n which of all invented cases
 * @param id the case's id
 * @param office the 所 that stands for the told one; the county itself when it has none
 * @param days by how many days everything is moved
 */
record Casting(
        long n,
        long id,
        String caseNo,
        String submissionNo,
        Place place,
        String office,
        String shop,
        int days,
        String goodsCode,
        String goods,
        String summary,
        String story) {
    private static final int PREFIX = 18;
    private static final long VERSION = 0x7000L;
    private static final long LOW = 0xfffL;

    /** A county with the offices below it. */
    record Place(String code, String name, java.util.List<String> offices) {}

    String says(Gap gap) {
        return switch (gap.what()) {
            case CASE_NO -> caseNo;
            case SUBMISSION_NO -> submissionNo;
            case ACT -> act(Objects.requireNonNull(gap.act())).toString();
            case PERSON -> person(gap.told());
            case OFFICE -> office;
            case COUNTY -> place.code();
            case PLACE -> place.name();
            case SHOP -> shop;
            case DAY -> Objects.requireNonNull(gap.day()).plusDays(days).toString();
        };
    }

    /** Rising with the case, so that new ones stand together in an index. */
    UUID act(UUID told) {
        long most = n << 16 | VERSION | told.getMostSignificantBits() & LOW;
        return new UUID(most, told.getLeastSignificantBits() ^ n * 0x9E3779B97F4A7C15L >>> 2);
    }

    /** The officers of the told county itself stay; another county has its own. */
    String person(String told) {
        return place.code().equals(Moulds.COUNTY) ? told : told.substring(0, PREFIX) + place.code();
    }
}
