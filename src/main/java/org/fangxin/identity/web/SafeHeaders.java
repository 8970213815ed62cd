package org.fangxin.identity.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers that every answer carries. */
final class SafeHeaders {
    static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            + "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; "
            + "require-trusted-types-for 'script'; trusted-types vue default";
    private static final String NOTHING_ASKED =
            "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()";

    private SafeHeaders() {}

    /** For answers that hold data: kept nowhere. */
    static void unkept(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy(NOTHING_ASKED))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** For pages and their parts, which say themselves how long they may be kept. */
    static void kept(HeadersConfigurer<HttpSecurity> headers) {
        unkept(headers);
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
    }
}
