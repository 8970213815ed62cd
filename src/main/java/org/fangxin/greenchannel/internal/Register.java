package org.fangxin.greenchannel.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fangxin.casefile.Fields;
import org.fangxin.greenchannel.Member;
import org.fangxin.greenchannel.Member.State;
import org.fangxin.greenchannel.store.MemberStore;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The register of members, kept by the agency's heads (decision 18): joining is a promise that the agency vouches for. */
@Component
public class Register {
    private static final int MOST = 200;

    private final Own own;
    private final MemberStore members;
    private final MemberFields check;
    private final Leaving leaving;
    private final AuditLog audit;
    private final InstantSource clock;

    Register(Own own, MemberStore members, MemberFields check, Leaving leaving, AuditLog audit, InstantSource clock) {
        this.own = own;
        this.members = members;
        this.check = check;
        this.leaving = leaving;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an officer typed of a member. */
    public record Typing(
            @Nullable String name,
            List<String> aliases,
            @Nullable String uscc,
            @Nullable String regionCode,
            @Nullable String address,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable Integer days) {}

    public List<Member> search(@Nullable String words) {
        String plain = Objects.requireNonNullElse(Typed.line(words), "");
        return own.caller(() -> members.search(plain, MOST));
    }

    public Optional<Member> find(String memberId) {
        return own.caller(() -> members.find(memberId));
    }

    public Member join(SignedIn officer, Typing typed) {
        Member member = check.joined(officer, typed, Ids.fresh("gm"), today());
        return own.caller(() -> {
            try {
                members.insert(member, keys(member), clock.instant(), officer.personId());
            } catch (DuplicateKeyException known) {
                throw Problem.invalid("uscc", "taken", "这家商家已经登记过。请在名单里找到它，再改。");
            }
            audit.record("JOIN_MERCHANT", member.memberId(), "agency=" + member.agencyCode());
            return member;
        });
    }

    /** @throws Problem 409 when another officer changed it since that version */
    public Member change(SignedIn officer, String memberId, long version, Typing typed) {
        return own.caller(() -> {
            Member before = members.find(memberId).orElseThrow(Problem::notFound);
            return save(officer, check.changed(officer, before, typed, version));
        });
    }

    /** Joined again, paused, or left; who leaves declines what is still open. */
    public Member become(SignedIn officer, String memberId, long version, State state) {
        return own.caller(() -> {
            Member before = members.find(memberId).orElseThrow(Problem::notFound);
            boolean back = state != State.LEFT && before.state() == State.LEFT;
            Member after = new Member(
                    before.memberId(),
                    before.agencyCode(),
                    before.regionCode(),
                    before.name(),
                    before.aliases(),
                    before.uscc(),
                    before.address(),
                    before.contact(),
                    before.days(),
                    state,
                    back ? today() : before.joinedOn(),
                    state == State.LEFT ? today() : null,
                    version);
            Member saved = save(officer, after);
            if (state == State.LEFT && before.state() != State.LEFT) {
                leaving.leave(officer, saved.memberId());
            }
            return saved;
        });
    }

    private Member save(SignedIn officer, Member member) {
        Instant now = clock.instant();
        if (!members.update(member, keys(member), now, officer.personId())) {
            throw Problem.conflict("别的同事刚刚改过这家商家。请刷新，看过新的内容再改。", Map.of());
        }
        audit.record("CHANGE_MERCHANT", member.memberId(), "state=" + member.state());
        return members.find(member.memberId()).orElseThrow();
    }

    private static Set<String> keys(Member member) {
        Set<String> keys = new LinkedHashSet<>();
        Stream.concat(Stream.of(member.name()), member.aliases().stream())
                .map(Typed::key)
                .forEach(keys::add);
        return keys;
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }
}
