package org.fangxin.greenchannel.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.fangxin.greenchannel.Member;
import org.fangxin.greenchannel.Member.Contact;
import org.fangxin.greenchannel.internal.Register.Typing;
import org.fangxin.identity.SignedIn;
import org.fangxin.merchant.SocialCreditCode;
import org.fangxin.problem.Problem;
import org.fangxin.problem.Problem.FieldError;
import org.fangxin.region.Agencies;
import org.fangxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what is typed of a member; every fault at once, each naming its field. */
@Component
class MemberFields {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_ALIASES = 10;
    private static final int MOST_DAYS = 60;
    private static final int COUNTY = 6;
    private static final Pattern PHONE = Pattern.compile("[0-9+ -]{7,20}");

    private final Agencies agencies;
    private final Divisions divisions;

    MemberFields(Agencies agencies, Divisions divisions) {
        this.agencies = agencies;
        this.divisions = divisions;
    }

    Member joined(SignedIn officer, Typing typed, String memberId, LocalDate today) {
        List<FieldError> faults = new ArrayList<>();
        String agency = agencies.actingFor(officer.agencyCode()).code();
        String uscc = uscc(typed.uscc(), faults);
        Member checked = checked(memberId, agency, uscc, typed, Member.State.JOINED, today, null, 1, faults);
        refuse(faults);
        return checked;
    }

    Member changed(SignedIn officer, Member before, Typing typed, long version) {
        List<FieldError> faults = new ArrayList<>();
        if (typed.uscc() != null && !SocialCreditCode.normal(typed.uscc()).equals(before.uscc())) {
            faults.add(new FieldError("uscc", "fixed", "统一社会信用代码不能改。换了主体，请让原商家退出，再登记新商家。"));
        }
        Member checked = checked(
                before.memberId(),
                before.agencyCode(),
                before.uscc(),
                typed,
                before.state(),
                before.joinedOn(),
                before.leftOn(),
                version,
                faults);
        refuse(faults);
        return checked;
    }

    private Member checked(
            String memberId,
            String agency,
            String uscc,
            Typing typed,
            Member.State state,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            long version,
            List<FieldError> faults) {
        Integer days = typed.days();
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            faults.add(new FieldError("days", "range", "承诺天数填 1 到 60 个工作日；不填就按本单位的天数。"));
        }
        return new Member(
                memberId,
                agency,
                region(typed.regionCode(), agency, faults),
                name(typed.name(), faults),
                aliases(typed.aliases(), faults),
                uscc,
                Typed.line(typed.address()),
                contact(typed, faults),
                days,
                state,
                joinedOn,
                leftOn,
                version);
    }

    private String region(@Nullable String typed, String agency, List<FieldError> faults) {
        String code = Objects.requireNonNullElse(Typed.line(typed), "");
        boolean inside = code.length() >= COUNTY
                && divisions.knows(code)
                && agencies.countyAgencyOf(code)
                        .filter(county -> agencies.within(county.code(), agency))
                        .isPresent();
        if (!inside) {
            faults.add(new FieldError("regionCode", "outside", "请选商家所在的县区，要在本单位辖区内。"));
        }
        return code;
    }

    private static String name(@Nullable String typed, List<FieldError> faults) {
        String name = Objects.requireNonNullElse(Typed.line(typed), "");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add(new FieldError("name", "length", "请填商家名称，最多 100 个字。"));
        }
        return name;
    }

    private static List<String> aliases(List<String> typed, List<FieldError> faults) {
        List<String> aliases = typed.stream()
                .map(Typed::line)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (aliases.size() > MOST_ALIASES || aliases.stream().anyMatch(alias -> alias.length() > LONGEST_NAME)) {
            faults.add(new FieldError("aliases", "too-many", "别名最多 10 个，每个最多 100 个字。"));
        }
        return aliases;
    }

    private static String uscc(@Nullable String typed, List<FieldError> faults) {
        String code = SocialCreditCode.normal(Objects.requireNonNullElse(Typed.line(typed), ""));
        if (SocialCreditCode.check(code) != SocialCreditCode.Verdict.RIGHT) {
            faults.add(new FieldError("uscc", "check", "统一社会信用代码不对：18 位，照营业执照核对最后一位。"));
        }
        return code;
    }

    private static @Nullable Contact contact(Typing typed, List<FieldError> faults) {
        String name = Typed.line(typed.contactName());
        String phone = Typed.line(typed.contactPhone());
        if (name == null && phone == null) {
            return null;
        }
        if (name == null || phone == null || !PHONE.matcher(phone).matches()) {
            faults.add(new FieldError("contactPhone", "format", "联系人和电话一起填。电话填 11 位手机号，或带区号的固定电话。"));
        }
        return new Contact(Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(phone, ""));
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
