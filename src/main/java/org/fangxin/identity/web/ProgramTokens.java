package org.fangxin.identity.web;

import org.fangxin.identity.internal.Programs;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * From an access token to the program behind it. The token says only which program; what it may do is read anew at each
 * call, so that a removed program is out at once.
 */
@Component
class ProgramTokens implements Converter<Jwt, AbstractAuthenticationToken> {
    private final Programs programs;

    ProgramTokens(Programs programs) {
        this.programs = programs;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return programs.find(String.valueOf(token.getSubject()))
                .map(program -> new PersonAuthentication(program.signedIn()))
                .orElseThrow(() -> new InvalidBearerTokenException("no such program"));
    }
}
