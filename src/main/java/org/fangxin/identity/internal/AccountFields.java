package org.fangxin.identity.internal;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fangxin.database.Scope;
import org.fangxin.identity.AgencyNames;
import org.fangxin.identity.AgencyNames.Named;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The fields that accounts of people and of programs have in common, checked and in their stored form. */
@Component
public class AccountFields {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,31}");
    private static final Pattern AGENCY = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}");
    private static final Pattern CERTIFICATE = Pattern.compile("[\\p{IsHan}A-Za-z0-9〔〕（）()-]{2,40}");
    private static final int LONGEST_NAME = 50;

    private final ObjectProvider<AgencyNames> agencies;

    AccountFields(ObjectProvider<AgencyNames> agencies) {
        this.agencies = agencies;
    }

    String username(String typed) {
        String username = SignIn.username(typed);
        if (!USERNAME.matcher(username).matches()) {
            throw Problem.invalid("username", "format", "用户名用 3 到 32 位小写字母、数字、点、横线或下划线。");
        }
        return username;
    }

    String displayName(String typed) {
        String name = typed.strip();
        boolean printable = name.codePoints().noneMatch(Character::isISOControl);
        if (name.isEmpty() || name.length() > LONGEST_NAME || !printable) {
            throw Problem.invalid("displayName", "length", "姓名要填，最多 50 个字。");
        }
        return name;
    }

    /** Without what separates numbers on a paper; null for nothing. */
    @Nullable
    String certificate(String typed) {
        String number = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (number.isEmpty()) {
            return null;
        }
        if (!CERTIFICATE.matcher(number).matches()) {
            throw Problem.invalid("certificateNo", "format", "执法证号用 2 到 40 个汉字、字母、数字、括号或者短横线，不要有空格和顿号；没有的空着。");
        }
        return number;
    }

    String agency(String asked) {
        String code = asked.strip();
        boolean formed = AGENCY.matcher(code).matches();
        Optional<String> known = formed ? known(code).map(Named::code) : Optional.empty();
        return known.orElseThrow(() -> Problem.invalid("agency", "unknown-agency", "没有这个单位，请重新选择。"));
    }

    /** An agency of the administrator's own subtree. */
    String ownAgency(SignedIn admin, String asked) {
        String code = agency(asked);
        if (!Scope.subtree(admin.agencyCode(), "", Scope.Reports.NONE).covers(code)) {
            throw Problem.invalid("agency", "outside", "只能管理本单位和下级单位的账号。");
        }
        return code;
    }

    /** The agency's name, or its code while nobody knows the name. */
    public String agencyName(String code) {
        return known(code).map(Named::name).orElse(code);
    }

    /** Where no room keeps agencies, every code stands for itself. */
    private Optional<Named> known(String code) {
        AgencyNames names = agencies.getIfAvailable(() -> any -> Optional.of(new Named(any, any)));
        return names.find(code);
    }
}
