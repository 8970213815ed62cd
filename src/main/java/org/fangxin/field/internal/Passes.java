package org.fangxin.field.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.field.FieldPass;
import org.fangxin.field.FieldPass.Ending;
import org.fangxin.field.store.PassStore;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Taking cases along, the key of the copies, and the end of both. */
@Component
public class Passes {
    /** How long copies may stay on a device. */
    public static final Duration LENGTH = Duration.ofHours(72);

    /** How much longer the key opens what was written out there and is not yet sent. */
    public static final Duration FOR_THE_QUEUE = Duration.ofDays(30);

    public static final int MOST_CASES = 20;

    /** Who may end the pass of somebody else whose device is lost. */
    private static final Role[] HEADS = {Role.UNIT_HEAD, Role.LEADER, Role.SUPERIOR};

    private static final int KEY_BYTES = 32;

    /** A pass with the key that opens its copies. */
    public record Opened(FieldPass pass, String key) {}

    private final PassStore store;
    private final CaseFiles cases;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final TransactionTemplate transaction;

    Passes(
            PassStore store,
            CaseFiles cases,
            AuditLog audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins a pass with these cases; one that may not be seen is as one that is not there. */
    @Transactional
    public Opened begin(SignedIn who, List<String> caseNos) {
        Set<String> asked = checked(caseNos, 0);
        asked.forEach(caseNo -> requireOpen(caseNo));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getEncoder().encodeToString(bytes);
        FieldPass pass = new FieldPass(
                UUID.randomUUID(), who.agencyCode(), who.personId(), now, now.plus(LENGTH), null, null, asked.size());
        store.open(pass, key, pass.expiresAt().plus(FOR_THE_QUEUE));
        asked.forEach(caseNo -> take(pass, caseNo, now));
        return new Opened(pass, key);
    }

    /** Takes more cases along on a pass that still runs; its end stays where it is. */
    @Transactional
    public FieldPass add(SignedIn who, UUID id, List<String> caseNos) {
        FieldPass pass = own(who, id);
        Instant now = clock.instant();
        if (!pass.live(now)) {
            throw Problem.invalid("passId", "over", "这次外勤已经结束，请重新带案件出去。");
        }
        Set<String> asked = checked(caseNos, pass.count());
        asked.forEach(caseNo -> requireOpen(caseNo));
        asked.forEach(caseNo -> take(pass, caseNo, now));
        return own(who, id);
    }

    private void take(FieldPass pass, String caseNo, Instant now) {
        if (store.take(pass.id(), caseNo, now)) {
            audit.record("FIELD_TAKEN", caseNo, "pass=" + pass.id());
        }
    }

    private void requireOpen(String caseNo) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        if (state.closedAt() != null) {
            throw Problem.invalid("caseNos", "closed", "案件 " + caseNo + " 已经办结，不能带出去。请去掉它再试。");
        }
    }

    private static Set<String> checked(List<String> caseNos, long already) {
        Set<String> asked = new LinkedHashSet<>(caseNos);
        if (asked.isEmpty()) {
            throw Problem.invalid("caseNos", "required", "请选要带出去的案件。");
        }
        if (asked.size() + already > MOST_CASES) {
            throw Problem.invalid("caseNos", "too-many", "一次最多带 " + MOST_CASES + " 件案件，请少选几件。");
        }
        return asked;
    }

    /** The person's own pass; anybody else's is as one that is not there. */
    @Transactional(readOnly = true)
    public FieldPass own(SignedIn who, UUID id) {
        return store.find(id)
                .filter(pass -> pass.person().equals(who.personId()))
                .orElseThrow(Problem::notFound);
    }

    /** The numbers that went with the person's own pass. */
    @Transactional(readOnly = true)
    public List<String> taken(SignedIn who, UUID id) {
        return store.taken(own(who, id).id());
    }

    /** Own passes whose key is still there, and for heads those that run among their people. */
    @Transactional(readOnly = true)
    public List<FieldPass> list(SignedIn who) {
        Instant now = clock.instant();
        List<FieldPass> own = store.of(who.personId(), now.minus(FOR_THE_QUEUE));
        if (!head(who)) {
            return own;
        }
        List<FieldPass> all = new java.util.ArrayList<>(own);
        all.addAll(store.running(who.personId(), now));
        return all;
    }

    /** The key once more, for somebody who forgot the PIN or comes back late: to send what is still on the device. */
    @Transactional
    public Opened key(SignedIn who, UUID id) {
        FieldPass pass = own(who, id);
        String key = store.key(id, clock.instant())
                .orElseThrow(() -> Problem.invalid("passId", "key-gone", "这次外勤的钥匙已经销毁，手机上没有上传的内容打不开了。"));
        audit.record("FIELD_KEY_GIVEN", id.toString());
        return new Opened(pass, key);
    }

    /** Ends a pass: the person's own in any way; that of somebody whose device is lost by a head of his. */
    public void end(SignedIn who, UUID id, Ending how) {
        boolean ended = Boolean.TRUE.equals(transaction.execute(status -> ended(who, id, how)));
        if (ended && how == Ending.REVOKED) {
            asProgram(() -> {
                store.destroyKey(id);
                return 1;
            });
        }
    }

    private boolean ended(SignedIn who, UUID id, Ending how) {
        FieldPass pass = store.find(id).orElseThrow(Problem::notFound);
        boolean mine = pass.person().equals(who.personId());
        if (!mine && !(head(who) && how == Ending.REVOKED)) {
            throw Problem.notFound();
        }
        boolean ended = store.end(id, how, clock.instant());
        if (ended) {
            audit.record("FIELD_ENDED", id.toString(), "how=" + how);
        }
        return ended;
    }

    /** Deletes keys that have run out; says how many. */
    public int purge() {
        return asProgram(() -> store.purge(clock.instant()));
    }

    private int asProgram(java.util.function.IntSupplier work) {
        Integer done = Scopes.within(Scope.SYSTEM.leading(), () -> transaction.execute(status -> work.getAsInt()));
        return done == null ? 0 : done;
    }

    private static boolean head(SignedIn who) {
        return List.of(HEADS).stream().anyMatch(who::has);
    }
}
