package org.fangxin.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SecondFactor;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.EnrolFactor;
import org.fangxin.identity.internal.EnrolFactor.Result;
import org.fangxin.identity.internal.GiveCode;
import org.fangxin.identity.internal.SignIn.Outcome;
import org.fangxin.identity.web.Views.SessionView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The second factor: the code after the password, and a person's own means for it. */
@RestController
@RequestMapping("/api/v1/session/second-factor")
class SecondFactorController {
    record SignInCodeRequest(@NotBlank @Size(max = 64) String code) {}

    record EnrolmentRequest(
            @Nullable @Size(max = 256) String password,
            @Nullable @Size(max = 64) String code) {}

    record SecondFactorView(SecondFactor state, @Nullable String since, int recoveryCodesLeft) {}

    /** @param secret for who types it @param link for who takes its picture */
    record EnrolmentView(String secret, String link) {}

    record RecoveryCodesView(List<String> recoveryCodes, SessionView session) {}

    private final GiveCode giveCode;
    private final EnrolFactor enrol;
    private final PersonSession session;
    private final Views views;
    private final SignInProblems problems;

    SecondFactorController(
            GiveCode giveCode, EnrolFactor enrol, PersonSession session, Views views, SignInProblems problems) {
        this.giveCode = giveCode;
        this.enrol = enrol;
        this.session = session;
        this.views = views;
        this.problems = problems;
    }

    /** The code after the right password: only then is the person signed in, in a session of a new id. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    SessionView give(@Valid @RequestBody SignInCodeRequest asked, HttpServletRequest request) {
        Outcome outcome = session.half(request)
                .flatMap(half -> giveCode.give(half, asked.code(), request.getRemoteAddr()))
                .orElseThrow(() -> problems.refused("sign-in-over", "等得太久，或者账号有变动。请重新输入用户名和密码。"));
        return switch (outcome) {
            case Outcome.Welcome welcome -> {
                session.begin(request, welcome);
                yield views.session(welcome.who(), SessionController.csrfToken(request));
            }
            case Outcome.Refused refused -> throw problems.refused("second-factor-refused", "动态码不对，或者已经用过。请等下一个再填。");
            case Outcome.Locked locked -> throw problems.locked(locked.until());
            case Outcome.TooMany tooMany -> throw problems.tooMany(tooMany.until());
            case Outcome.CodeWanted again -> throw new IllegalStateException("a code was given");
            case Outcome.FirstPasswordOver over -> throw new IllegalStateException("the password was looked at before");
        };
    }

    @GetMapping
    SecondFactorView state() {
        SignedIn who = CurrentPerson.require();
        EnrolFactor.State state = enrol.state(who);
        return new SecondFactorView(
                who.secondFactor(),
                state.since().map(at -> Times.offset(at).toString()).orElse(null),
                state.codesLeft());
    }

    /** Begins to enrol, or to put another device in place: proven by the code of the present one, else by the password. */
    @PostMapping(path = "/enrolment", consumes = MediaType.APPLICATION_JSON_VALUE)
    EnrolmentView begin(@Valid @RequestBody EnrolmentRequest asked, HttpServletRequest request) {
        SignedIn who = CurrentPerson.require();
        return switch (enrol.begin(who, asked.password(), asked.code(), request.getRemoteAddr())) {
            case Result.Begun begun -> new EnrolmentView(begun.secret(), begun.link());
            case Result.Locked locked -> throw problems.locked(locked.until());
            case Result.Codes codes -> throw new IllegalStateException("nothing was confirmed");
        };
    }

    @PostMapping(path = "/confirmation", consumes = MediaType.APPLICATION_JSON_VALUE)
    RecoveryCodesView confirm(@Valid @RequestBody SignInCodeRequest asked, HttpServletRequest request) {
        SignedIn who = CurrentPerson.require();
        Result.Codes codes = enrol.confirm(who, asked.code(), request.getRemoteAddr());
        session.renew(request, codes.welcome());
        return shown(codes, request);
    }

    @PostMapping(path = "/recovery-codes", consumes = MediaType.APPLICATION_JSON_VALUE)
    RecoveryCodesView renewCodes(@Valid @RequestBody SignInCodeRequest asked, HttpServletRequest request) {
        SignedIn who = CurrentPerson.require();
        return switch (enrol.renewCodes(who, asked.code(), request.getRemoteAddr())) {
            case Result.Codes codes -> shown(codes, request);
            case Result.Locked locked -> throw problems.locked(locked.until());
            case Result.Begun begun -> throw new IllegalStateException("nothing was begun");
        };
    }

    private RecoveryCodesView shown(Result.Codes codes, HttpServletRequest request) {
        SessionView view = views.session(codes.welcome().who(), SessionController.csrfToken(request));
        return new RecoveryCodesView(codes.recoveryCodes(), view);
    }
}
