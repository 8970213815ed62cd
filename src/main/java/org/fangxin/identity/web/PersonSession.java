package org.fangxin.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.SignIn;
import org.fangxin.identity.internal.SignIn.Outcome.CodeWanted;
import org.fangxin.identity.internal.SignIn.Outcome.Welcome;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * What a session holds: the person's id and the account's stamp at sign-in, both as text. Who the person is and what they
 * may do is read anew at each request, so that every change of the account acts at once.
 */
@Component
class PersonSession {
    static final Duration IDLE = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String STAMP = "fangxin.stamp";
    private static final Duration HALF_LASTS = Duration.ofMinutes(5);
    private static final String HALF = "fangxin.half";

    private final SignIn signIn;
    private final InstantSource time;

    PersonSession(SignIn signIn, InstantSource time) {
        this.signIn = signIn;
        this.time = time;
    }

    /** Begins a new session; an earlier one of the same browser ends, with its id. */
    void begin(HttpServletRequest request, Welcome welcome) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(PERSON, welcome.who().personId());
        session.setAttribute(STAMP, Long.toString(welcome.stamp()));
    }

    /** Goes on under a new id after the account changed by the person's own act. */
    void renew(HttpServletRequest request, Welcome welcome) {
        request.changeSessionId();
        request.getSession(true).setAttribute(STAMP, Long.toString(welcome.stamp()));
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Begins a session of nobody, which holds only that the password was right. */
    void beginHalf(HttpServletRequest request, CodeWanted half) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(HALF, half.personId());
        session.setAttribute(STAMP, Long.toString(half.stamp()));
    }

    /** Who gave the right password in this session, a few minutes ago at most; a full session is none of these. */
    Optional<CodeWanted> half(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(HALF) instanceof String personId)
                || !(session.getAttribute(STAMP) instanceof String stamp)) {
            return Optional.empty();
        }
        if (Instant.ofEpochMilli(session.getCreationTime()).plus(HALF_LASTS).isBefore(time.instant())) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(new CodeWanted(personId, Long.parseLong(stamp)));
    }

    boolean isHeldBy(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PERSON) != null;
    }

    /** The person of the request's session; a session that no longer counts ends here. */
    Optional<SignedIn> person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(PERSON) instanceof String personId)
                || !(session.getAttribute(STAMP) instanceof String stamp)) {
            return Optional.empty();
        }
        boolean tooOld =
                Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST).isBefore(time.instant());
        Optional<SignedIn> person = tooOld ? Optional.empty() : signIn.stillSignedIn(personId, Long.parseLong(stamp));
        if (person.isEmpty()) {
            session.invalidate();
        }
        return person;
    }
}
