package org.fangxin.identity.web;

import org.fangxin.identity.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A person of a session, or the program of a token, in the security context. Never stored. */
final class PersonAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final SignedIn who;

    PersonAuthentication(SignedIn who) {
        super(AuthorityUtils.createAuthorityList(
                who.roles().stream().map(role -> "ROLE_" + role.name()).toList()));
        this.who = who;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public SignedIn getPrincipal() {
        return who;
    }

    @Override
    public String getName() {
        return who.personId();
    }
}
