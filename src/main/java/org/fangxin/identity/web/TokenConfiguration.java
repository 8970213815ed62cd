package org.fangxin.identity.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import org.fangxin.cipher.KeyRing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Access tokens for programs: client credentials at {@code /oauth2/token}, signed with a key of the key file, good for
 * this installation only.
 */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    private static final String ISSUER = "urn:fangxin";
    private static final String AUDIENCE = "fangxin";
    private static final String TOKEN_ENDPOINT = "/oauth2/token";

    @Bean
    @Order(1)
    SecurityFilterChain tokenChain(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> {})
                .securityMatcher(TOKEN_ENDPOINT)
                .headers(SafeHeaders::unkept)
                .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
                .build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder()
                .tokenEndpoint(TOKEN_ENDPOINT)
                .build();
    }

    @Bean
    JWKSource<SecurityContext> signingKey(KeyRing ring) throws ParseException {
        byte[] stored = ring.material(org.fangxin.cipher.KeyUse.TOKEN, TokenConfiguration::newKey);
        return new ImmutableJWKSet<>(new JWKSet(ECKey.parse(new String(stored, StandardCharsets.UTF_8))));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokenContent() {
        return context -> {
            context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
            context.getClaims().issuer(ISSUER).audience(List.of(AUDIENCE));
        };
    }

    @Bean
    JwtDecoder tokenReader(JWKSource<SecurityContext> signingKey) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(signingKey)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtClaimValidator<List<String>>("aud", audience -> audience != null && audience.contains(AUDIENCE)),
                new JwtClaimValidator<Object>("iss", issuer -> ISSUER.equals(String.valueOf(issuer)))));
        return decoder;
    }

    private static byte[] newKey() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return key.toJSONString().getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("cannot make a signing key", impossible);
        }
    }
}
