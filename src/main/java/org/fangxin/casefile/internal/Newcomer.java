package org.fangxin.casefile.internal;

import java.util.Optional;
import java.util.function.Function;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.PersonalData;
import org.fangxin.casefile.Phones;
import org.fangxin.casefile.ResidentId;
import org.jspecify.annotations.Nullable;

/** Somebody who joins a case after its opening, as the act's form has him: checked as intake checks (Art. 10, 11). */
public final class Newcomer {
    /** The field of the act that holds him. */
    public static final String FIELD = "person";

    private Newcomer() {}

    static FieldSpec field(String label) {
        return FieldSpec.of(FIELD, label, FieldSpec.Type.PERSON, false);
    }

    static boolean given(Command command) {
        return command.fields()
                .object(FIELD)
                .filter(who -> who.has("name")
                        || who.has("phone")
                        || who.has("address")
                        || who.has("idNumber")
                        || who.has("email"))
                .isPresent();
    }

    /** @throws Fields.Faulty naming the part that is missing or wrong */
    static void check(Fields fields, PartyRole role) {
        of(fields, role);
    }

    /**
     * As he is to be sealed; empty when the act names nobody.
     *
     * @throws Fields.Faulty naming the part that is missing or wrong
     */
    public static Optional<PartyData> of(Fields fields, PartyRole role) {
        return fields.object(FIELD).map(who -> read(who, role));
    }

    private static PartyData read(Fields who, PartyRole role) {
        boolean complainant = role == PartyRole.COMPLAINANT;
        String name = part(who, "name", PersonalData::nameFault);
        if (name == null || PersonalData.nameless(name)) {
            throw fault("name", "required", "请填写" + role.chinese() + "的真实姓名。");
        }
        String phone = part(who, "phone", Phones::fault);
        String address = part(who, "address", PersonalData::addressFault);
        if (complainant && phone == null) {
            throw fault("phone", "required", "请填写投诉人的电话。 第十条");
        }
        if (complainant && address == null) {
            throw fault("address", "required", "请填写投诉人的通讯地址。 第十条");
        }
        String idNumber = part(who, "idNumber", typed -> PersonalData.idNumberFault(ResidentId.normal(typed)));
        return new PartyData(
                role,
                name,
                phone == null ? null : Phones.normal(phone),
                idNumber == null ? null : ResidentId.normal(idNumber),
                address,
                part(who, "email", PersonalData::emailFault));
    }

    private static @Nullable String part(Fields who, String name, Function<String, Optional<String>> wrong) {
        String line = PersonalData.line(text(who, name));
        if (line != null) {
            wrong.apply(line).ifPresent(sentence -> {
                throw fault(name, "format", sentence);
            });
        }
        return line;
    }

    private static @Nullable String text(Fields who, String name) {
        try {
            return who.text(name).orElse(null);
        } catch (Fields.Faulty notText) {
            throw fault(name, "type", "这里应当是文字。");
        }
    }

    private static Fields.Faulty fault(String part, String code, String sentence) {
        return new Fields.Faulty(FIELD + "." + part, code, sentence);
    }
}
