package org.fangxin.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Makes the security context of a request from its session. Nothing is stored here: signing in begins the session. */
@Component
class SessionContextRepository implements SecurityContextRepository {
    private final PersonSession session;

    SessionContextRepository(PersonSession session) {
        this.session = session;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        Supplier<SecurityContext> once = SingletonSupplier.of(() -> load(request));
        return new DeferredSecurityContext() {
            @Override
            public SecurityContext get() {
                return once.get();
            }

            @Override
            public boolean isGenerated() {
                return !containsContext(request);
            }
        };
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // a session holds ids, not contexts
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return session.isHeldBy(request);
    }

    private SecurityContext load(HttpServletRequest request) {
        return session.person(request)
                .<SecurityContext>map(person -> new SecurityContextImpl(new PersonAuthentication(person)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }
}
