package org.fangxin.identity.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/** What signing in refuses, in words that say when to try again. */
@Component
class SignInProblems {
    private final InstantSource time;

    SignInProblems(InstantSource time) {
        this.time = time;
    }

    Problem refused(String type, String detail) {
        return new Problem(401, type, "没有登录", detail, List.of(), Map.of());
    }

    Problem firstPasswordOver() {
        String detail = "初始密码发放后 72 小时内有效，这个已经过期。请向系统管理员要一个新的；管理员自己的，在服务器上用启动参数重置。";
        return new Problem(401, "first-password-over", "初始密码已过期", detail, List.of(), Map.of());
    }

    Problem locked(Instant until) {
        String detail = "密码或者动态码错了太多次，" + Times.words(until, time.instant()) + " 以后再试，或请系统管理员重置密码。";
        return new Problem(423, "locked", "账号已锁定", detail, List.of(), waitUntil(until));
    }

    Problem tooMany(Instant until) {
        String detail = "这个网络地址登录失败太多次，" + Times.words(until, time.instant()) + " 后再试。";
        return new Problem(429, "too-many-requests", "太频繁", detail, List.of(), waitUntil(until));
    }

    private Map<String, Object> waitUntil(Instant until) {
        long seconds = Math.max(1, Duration.between(time.instant(), until).toSeconds());
        return Map.of("lockedUntil", Times.offset(until).toString(), Problem.RETRY_AFTER, seconds);
    }
}
