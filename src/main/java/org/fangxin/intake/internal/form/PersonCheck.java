package org.fangxin.intake.internal.form;

import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PersonalData;
import org.fangxin.casefile.Phones;
import org.fangxin.casefile.ResidentId;
import org.fangxin.intake.Submission;
import org.fangxin.intake.SubmissionForm;
import org.jspecify.annotations.Nullable;

/** Who submits: a complaint needs the real name, telephone and address (Art. 10(1)1); only a report may be anonymous. */
final class PersonCheck {
    private final Faults faults;

    PersonCheck(Faults faults) {
        this.faults = faults;
    }

    Submission.Person check(SubmissionForm.@Nullable Person typed, Set<Kind> kinds) {
        boolean complaint = kinds.contains(Kind.COMPLAINT);
        boolean report = kinds.contains(Kind.REPORT);
        boolean anonymous = typed != null && Boolean.TRUE.equals(typed.anonymous());
        if (anonymous && !(report && kinds.size() == 1)) {
            faults.add("person.anonymous", "not-allowed", "只有举报可以匿名。投诉要用真实姓名，匿名请只选举报。 第十条");
        }
        if (typed == null) {
            if (complaint) {
                faults.add("person.name", "required", "请填写您的姓名。投诉要用真实姓名；只举报可以匿名。 第十条");
                faults.add("person.phone", "required", "请填写您的电话，方便我们联系您。 第十条");
                faults.add("person.address", "required", "请填写您的通讯地址。 第十条");
            }
            return new Submission.Person(null, null, null, null, null, true, null);
        }
        String name = name(typed.name(), complaint, report && !anonymous);
        String phone = phone(typed.phone(), complaint);
        String address = address(typed.address(), complaint);
        return new Submission.Person(
                name,
                phone,
                idNumber("person.idNumber", typed.idNumber()),
                address,
                email(typed.email()),
                anonymous,
                agent(typed.agent()));
    }

    private @Nullable String name(@Nullable String typed, boolean required, boolean unlessAnonymous) {
        String name = Texts.line(typed);
        if (name == null) {
            if (required) {
                faults.add("person.name", "required", "请填写您的姓名。投诉要用真实姓名；只举报可以匿名。 第十条");
            } else if (unlessAnonymous) {
                faults.add("person.name", "required", "请填写您的姓名，或者选择匿名举报。");
            }
            return null;
        }
        Optional<String> fault = PersonalData.nameFault(name);
        if (fault.isPresent()) {
            faults.add("person.name", "too-long", fault.get());
        } else if (required && PersonalData.nameless(name)) {
            faults.add("person.name", "not-a-name", "请填写您的真实姓名；只举报可以匿名。 第十条");
        }
        return name;
    }

    private @Nullable String phone(@Nullable String typed, boolean required) {
        String phone = Texts.line(typed);
        if (phone == null) {
            if (required) {
                faults.add("person.phone", "required", "请填写您的电话，方便我们联系您。 第十条");
            }
            return null;
        }
        Phones.fault(phone).ifPresent(sentence -> faults.add("person.phone", "phone", sentence));
        return Phones.normal(phone);
    }

    private @Nullable String address(@Nullable String typed, boolean required) {
        String address = Texts.line(typed);
        if (address == null && required) {
            faults.add("person.address", "required", "请填写您的通讯地址。 第十条");
        } else if (address != null) {
            PersonalData.addressFault(address).ifPresent(fault -> faults.add("person.address", "too-long", fault));
        }
        return address;
    }

    private @Nullable String idNumber(String field, @Nullable String typed) {
        String line = Texts.line(typed);
        if (line == null) {
            return null;
        }
        String number = ResidentId.normal(line);
        PersonalData.idNumberFault(number).ifPresent(fault -> faults.add(field, "id-number", fault));
        return number;
    }

    private @Nullable String email(@Nullable String typed) {
        String email = Texts.line(typed);
        if (email != null) {
            PersonalData.emailFault(email).ifPresent(fault -> faults.add("person.email", "email", fault));
        }
        return email;
    }

    private Submission.@Nullable Agent agent(SubmissionForm.@Nullable Agent typed) {
        if (typed == null) {
            return null;
        }
        String name = Texts.line(typed.name());
        if (name == null) {
            faults.add("person.agent.name", "required", "请填写受托人的姓名。 第十一条");
            return null;
        }
        String phone = Texts.line(typed.phone());
        if (phone != null) {
            Phones.fault(phone).ifPresent(sentence -> faults.add("person.agent.phone", "phone", sentence));
        }
        faults.warn("person.agent", "papers", "委托他人投诉，受理前还要交授权委托书原件和受托人身份证明。 第十一条");
        return new Submission.Agent(
                name,
                phone == null ? null : Phones.normal(phone),
                idNumber("person.agent.idNumber", typed.idNumber()),
                Texts.line(typed.address()));
    }
}
