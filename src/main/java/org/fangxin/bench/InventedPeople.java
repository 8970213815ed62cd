package org.fangxin.bench;

import org.fangxin.casefile.NewCase.PartyData;
import org.jspecify.annotations.Nullable;

/** People who complain: a few of them often, most once. */
final class InventedPeople {
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private static final String NAMES = "明华丽平芳军敏静强磊洋艳勇娟杰涛超秀霞桂";
    private static final long PHONES = 13_800_000_000L;
    private static final long ALL = 99_999_999L;

    /** One case in three comes from somebody who has complained before. */
    private final long people;

    InventedPeople(long cases) {
        this.people = Math.clamp(cases * 2 / 3, 1, ALL);
    }

    /** The party of this casting in the told one's role, with the fields that it had. */
    PartyData plays(Mould.Party party, Casting casting, long n) {
        PartyData told = party.told();
        if (party.business()) {
            return new PartyData(told.role(), casting.shop(), told.phone(), null, told.address(), null);
        }
        long person = n * 7_919 % people;
        return new PartyData(
                told.role(),
                name(person),
                kept(told.phone(), Long.toString(PHONES + person)),
                null,
                kept(told.address(), casting.place().name() + "样例路" + person % 997 + "号"),
                null);
    }

    /** The telephone of whoever brought the case. */
    String phone(long n) {
        return Long.toString(PHONES + n * 7_919 % people);
    }

    private static String name(long person) {
        int a = (int) (person % SURNAMES.length());
        int b = (int) (person / SURNAMES.length() % NAMES.length());
        int c = (int) (person / SURNAMES.length() / NAMES.length() % NAMES.length());
        return "" + SURNAMES.charAt(a) + NAMES.charAt(b) + NAMES.charAt(c);
    }

    private static @Nullable String kept(@Nullable String told, String own) {
        return told == null || told.isBlank() ? null : own;
    }
}
