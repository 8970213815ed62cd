package org.fangxin.identity.web;

import java.time.Duration;
import org.fangxin.identity.internal.Program;
import org.fangxin.identity.internal.Programs;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Our programs as the token endpoint knows clients. */
@Component
class RegisteredPrograms implements RegisteredClientRepository {
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private final Programs programs;

    RegisteredPrograms(Programs programs) {
        this.programs = programs;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("programs are made by the administrator");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return programs.find(clientId).map(RegisteredPrograms::client).orElse(null);
    }

    private static RegisteredClient client(Program program) {
        return RegisteredClient.withId(program.clientId())
                .clientId(program.clientId())
                .clientSecret(program.secretHash())
                .clientName(program.displayName())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }
}
