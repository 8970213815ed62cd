package org.fangxin.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.ChangePassword;
import org.fangxin.identity.internal.SignIn;
import org.fangxin.identity.internal.SignIn.Outcome;
import org.fangxin.identity.web.Views.SessionView;
import org.fangxin.problem.Problem;
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
    private final InstantSource time;

    SessionController(
            SignIn signIn,
            ChangePassword changePassword,
            PersonSession session,
            AuditLog audit,
            Views views,
            InstantSource time) {
        this.signIn = signIn;
        this.changePassword = changePassword;
        this.session = session;
        this.audit = audit;
        this.views = views;
        this.time = time;
    }

    @GetMapping
    SessionView whoAmI(HttpServletRequest request) {
        return CurrentPerson.find()
                .map(who -> views.session(who, csrfToken(request)))
                .orElse(Views.NOBODY);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    SessionView signIn(@Valid @RequestBody SignInRequest asked, HttpServletRequest request) {
        return switch (signIn.attempt(asked.username(), asked.password(), request.getRemoteAddr())) {
            case Outcome.Welcome welcome -> {
                session.begin(request, welcome);
                yield views.session(welcome.who(), csrfToken(request));
            }
            case Outcome.Refused refused -> throw problem(401, "sign-in-refused", "没有登录", "用户名或密码不对。", Map.of());
            case Outcome.Locked locked -> throw locked(locked.until());
            case Outcome.TooMany tooMany ->
                throw problem(
                        429,
                        "too-many-requests",
                        "太频繁",
                        "这个网络地址登录失败太多次，" + Times.words(tooMany.until(), time.instant()) + " 后再试。",
                        waitUntil(tooMany.until()));
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
            case Outcome.Locked locked -> throw locked(locked.until());
            case Outcome.Refused refused -> throw new IllegalStateException("not an outcome of a change");
            case Outcome.TooMany tooMany -> throw new IllegalStateException("not an outcome of a change");
        };
    }

    private Problem locked(Instant until) {
        return problem(
                423,
                "locked",
                "账号已锁定",
                "密码错了太多次，" + Times.words(until, time.instant()) + " 以后再试，或请系统管理员重置密码。",
                waitUntil(until));
    }

    private Map<String, Object> waitUntil(Instant until) {
        long seconds = Math.max(1, Duration.between(time.instant(), until).toSeconds());
        return Map.of("lockedUntil", Times.offset(until).toString(), Problem.RETRY_AFTER, seconds);
    }

    private static Problem problem(int status, String type, String title, String detail, Map<String, Object> extra) {
        return new Problem(status, type, title, detail, List.of(), extra);
    }

    private static String csrfToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
