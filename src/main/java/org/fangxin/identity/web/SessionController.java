package org.fangxin.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.ChangePassword;
import org.fangxin.identity.internal.SignIn;
import org.fangxin.identity.internal.SignIn.Outcome;
import org.fangxin.identity.web.Views.SessionView;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign in, who am I, sign out, change the password. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {
    record SignInRequest(
            @NotBlank @Size(max = 64) String username,
            @NotNull @Size(min = 1, max = 256) String password) {}

    record PasswordChangeRequest(
            @NotNull @Size(min = 1, max = 256) String oldPassword,
            @NotNull @Size(min = 1, max = 256) String newPassword) {}

    private final SignIn signIn;
    private final ChangePassword changePassword;
    private final PersonSession session;
    private final AuditLog audit;
    private final Views views;
    private final SignInProblems problems;

    SessionController(
            SignIn signIn,
            ChangePassword changePassword,
            PersonSession session,
            AuditLog audit,
            Views views,
            SignInProblems problems) {
        this.signIn = signIn;
        this.changePassword = changePassword;
        this.session = session;
        this.audit = audit;
        this.views = views;
        this.problems = problems;
    }

    @GetMapping
    SessionView whoAmI(HttpServletRequest request) {
        return CurrentPerson.find()
                .map(who -> views.session(who, csrfToken(request)))
                .orElseGet(() -> session.half(request).isPresent() ? Views.HALF_SIGNED : Views.NOBODY);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    SessionView signIn(@Valid @RequestBody SignInRequest asked, HttpServletRequest request) {
        return switch (signIn.attempt(asked.username(), asked.password(), request.getRemoteAddr())) {
            case Outcome.Welcome welcome -> {
                session.begin(request, welcome);
                yield views.session(welcome.who(), csrfToken(request));
            }
            case Outcome.CodeWanted half -> {
                session.beginHalf(request, half);
                yield Views.HALF_SIGNED;
            }
            case Outcome.Refused refused -> throw problems.refused("sign-in-refused", "用户名或密码不对。");
            case Outcome.FirstPasswordOver over -> throw problems.firstPasswordOver();
            case Outcome.Locked locked -> throw problems.locked(locked.until());
            case Outcome.TooMany tooMany -> throw problems.tooMany(tooMany.until());
        };
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        CurrentPerson.find().ifPresent(who -> audit.record("SIGN_OUT", who.personId()));
        session.end(request);
    }

    @PostMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    SessionView changePassword(@Valid @RequestBody PasswordChangeRequest asked, HttpServletRequest request) {
        SignedIn who = CurrentPerson.require();
        Outcome outcome = changePassword.change(who, asked.oldPassword(), asked.newPassword(), request.getRemoteAddr());
        return switch (outcome) {
            case Outcome.Welcome welcome -> {
                session.renew(request, welcome);
                yield views.session(welcome.who(), csrfToken(request));
            }
            case Outcome.Locked locked -> throw problems.locked(locked.until());
            case Outcome.Refused refused -> throw new IllegalStateException("not an outcome of a change");
            case Outcome.CodeWanted half -> throw new IllegalStateException("not an outcome of a change");
            case Outcome.FirstPasswordOver over -> throw new IllegalStateException("not an outcome of a change");
            case Outcome.TooMany tooMany -> throw new IllegalStateException("not an outcome of a change");
        };
    }

    static String csrfToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
