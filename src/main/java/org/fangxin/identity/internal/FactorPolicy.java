package org.fangxin.identity.internal;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.fangxin.identity.Role;
import org.fangxin.identity.SecondFactor;

/**
 * Who has to use a second factor (GB/T 22239-2019 8.1.4.1 d asks for two ways of telling who somebody is at level 3). Who has
 * enrolled gives the code whatever the setting: no setting lets anybody past it.
 */
public enum FactorPolicy {
    /** Nobody is asked to enrol. */
    OFF,
    /** The three administrators and the keepers of reporters' identities are asked to, and may work without. */
    SUGGESTED,
    /** Those must; the others may. */
    ADMINISTRATORS,
    /** Everybody must, merchants' people too. */
    ALL;

    private static final Set<Role> EXPOSED = exposed();

    /** By its name in the settings. */
    public static FactorPolicy of(String name) {
        try {
            return valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "fangxin.second-factor（FANGXIN_SECOND_FACTOR）只能是 off、suggested、administrators 或 all。", unknown);
        }
    }

    /** What is asked of a person who has not enrolled. */
    SecondFactor of(Set<Role> roles) {
        boolean exposed = roles.stream().anyMatch(EXPOSED::contains);
        return switch (this) {
            case OFF -> SecondFactor.NONE;
            case SUGGESTED -> exposed ? SecondFactor.SUGGESTED : SecondFactor.NONE;
            case ADMINISTRATORS -> exposed ? SecondFactor.REQUIRED : SecondFactor.NONE;
            case ALL -> SecondFactor.REQUIRED;
        };
    }

    private static Set<Role> exposed() {
        Set<Role> roles = EnumSet.copyOf(Role.ADMINISTRATORS);
        roles.add(Role.IDENTITY_KEEPER);
        return Set.copyOf(roles);
    }
}
