package org.fangxin.casefile;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people write about themselves (Art. 10, 11): one way of writing it, and what is wrong with it in a sentence. Pure. */
public final class PersonalData {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NO_NAME = Pattern.compile("[\\p{Punct}\\d\\s*＊某]+|匿名|无名|不详|未知|保密");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]{1,63}(?:\\.[^\\s@.]{1,63}){1,4}");
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_ADDRESS = 200;

    private PersonalData() {}

    /** One line: full-width digits and letters made ordinary, blanks joined, controls dropped; null when nothing is left. */
    public static @Nullable String line(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String visible = UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll(" ");
        String plain = BLANKS.matcher(visible).replaceAll(" ").strip();
        return plain.isEmpty() ? null : plain;
    }

    /** Whether it stands for a name that somebody will not give: 匿名, 某, stars. */
    public static boolean nameless(String name) {
        return NO_NAME.matcher(name).matches();
    }

    public static Optional<String> nameFault(String name) {
        return longer(name, LONGEST_NAME) ? Optional.of("姓名最多 50 个字。") : Optional.empty();
    }

    public static Optional<String> addressFault(String address) {
        return longer(address, LONGEST_ADDRESS) ? Optional.of("地址最多 200 个字。") : Optional.empty();
    }

    /** @param number as {@link ResidentId#normal} writes it */
    public static Optional<String> idNumberFault(String number) {
        return ResidentId.plausible(number) ? Optional.empty() : Optional.of("证件号码不对，请核对。身份证是 18 位；不想填可以空着。");
    }

    public static Optional<String> emailFault(String email) {
        return EMAIL.matcher(email).matches()
                ? Optional.empty()
                : Optional.of("电子邮箱不对，请写成 name@example.cn 的样子；不想填可以空着。");
    }

    private static boolean longer(String text, int most) {
        return text.codePointCount(0, text.length()) > most;
    }
}
