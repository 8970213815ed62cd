package org.fangxin.identity.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fangxin.cipher.Chain;
import org.fangxin.cipher.CheckpointSeal;
import org.fangxin.cipher.KeyRing;
import org.fangxin.cipher.SoftwareDevice;
import org.fangxin.identity.store.AuditStore.Head;
import org.fangxin.identity.store.RecordsInMemory;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * An audit log changed at random by somebody with all rights of the database, and looked at by the program's own check.
 * Without the key and the checkpoints' file each change has to be found.
 */
public final class LogMutations {
    private static final int RECORDS = 40;
    private static final Instant FIRST = Instant.parse("2026-05-06T01:00:00Z");

    /** What the one who changes it has besides the database. */
    public enum Attacker {
        /** Nothing: he may compute links with a key of his own. */
        DATABASE_ALONE,
        /** The journal's key and the folder of the checkpoints. */
        KEY_AND_CHECKPOINTS
    }

    /** How many changes of each kind were made and how many of them were found. */
    public record Tally(Map<String, Integer> made, Map<String, Integer> found) {
        public int total() {
            return made.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int missed() {
            return total() - found.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private enum Kind {
        CHANGED,
        DELETED,
        INSERTED,
        SWAPPED,
        CUT,
        PUT_BACK,
        LINKS_COMPUTED_ANEW,
        LINK_OF_ANOTHER
    }

    private record Log(List<AuditRecord> records, Head head) {}

    private final Chain chain;
    private final Chain attackers;
    private final Attacker attacker;
    private final AuditCheckpoints checkpoints;
    private final Path folder;
    private final Random random;
    private final List<AuditRecord> whole;

    private LogMutations(Path folder, Attacker attacker, long seed) {
        this.folder = folder;
        KeyRing ring = ring(folder.resolve("secrets/keys.json"));
        this.chain = new Chain(new SoftwareDevice(ring));
        this.attackers = attacker == Attacker.DATABASE_ALONE
                ? new Chain(new SoftwareDevice(ring(folder.resolve("other/keys.json"))))
                : chain;
        this.attacker = attacker;
        this.checkpoints = new AuditCheckpoints(folder, new CheckpointSeal(ring));
        this.random = new Random(seed);
        this.whole = linked(chain, bare());
        checkpoints.add(head(whole));
    }

    /** Makes so many changes, each to the untouched log. */
    public static Tally run(Path folder, Attacker attacker, int mutations, long seed) throws IOException {
        LogMutations mutating = new LogMutations(folder, attacker, seed);
        if (!mutating.holds(new Log(mutating.whole, head(mutating.whole)))) {
            throw new IllegalStateException("the untouched log is not intact");
        }
        if (attacker == Attacker.KEY_AND_CHECKPOINTS) {
            Files.delete(folder.resolve("secrets/audit-checkpoints.txt"));
        }
        Map<String, Integer> made = new TreeMap<>();
        Map<String, Integer> found = new TreeMap<>();
        for (int i = 0; i < mutations; i++) {
            Kind kind = Kind.values()[mutating.random.nextInt(Kind.values().length)];
            made.merge(kind.name(), 1, Integer::sum);
            if (!mutating.holds(mutating.changed(kind))) {
                found.merge(kind.name(), 1, Integer::sum);
            }
        }
        return new Tally(made, found);
    }

    private boolean holds(Log log) {
        AuditCheck check = new AuditCheck(
                new InScope(TransactionOperations.withoutTransaction()),
                new RecordsInMemory(log.records(), log.head()),
                chain,
                checkpoints);
        return check.verify().intact();
    }

    private Log changed(Kind kind) {
        List<AuditRecord> records = new ArrayList<>(whole);
        int at = random.nextInt(records.size());
        switch (kind) {
            case CHANGED -> records.set(at, other(records.get(at)));
            case DELETED -> records.remove(at);
            case INSERTED -> records.add(at, forged(records.get(at)));
            case SWAPPED -> swap(records, at);
            case CUT -> records.subList(at, records.size()).clear();
            case PUT_BACK -> {
                records.subList(at, records.size()).clear();
                return new Log(records, head(records));
            }
            case LINKS_COMPUTED_ANEW -> {
                records.set(at, other(records.get(at)));
                List<AuditRecord> anew = linked(attackers, records);
                return new Log(anew, head(anew));
            }
            case LINK_OF_ANOTHER -> records.set(at, records.get(at).linked(linkOfAnother(at)));
        }
        return attacker == Attacker.DATABASE_ALONE ? new Log(records, head(whole)) : coveredUp(records);
    }

    /** Numbers and links made to fit again, with the key. */
    private Log coveredUp(List<AuditRecord> records) {
        List<AuditRecord> anew = linked(attackers, records);
        return new Log(anew, head(anew));
    }

    private String linkOfAnother(int at) {
        return whole.get((at + 1 + random.nextInt(whole.size() - 1)) % whole.size())
                .link();
    }

    private void swap(List<AuditRecord> records, int at) {
        int other = (at + 1 + random.nextInt(records.size() - 1)) % records.size();
        AuditRecord one = records.get(at);
        records.set(at, numbered(records.get(other), one.seq()));
        records.set(other, numbered(one, whole.get(other).seq()));
    }

    private AuditRecord forged(AuditRecord before) {
        AuditRecord fresh = other(before);
        return fresh.linked(attackers.link(before.link(), fresh.content()));
    }

    /** One member is another than it was. */
    private AuditRecord other(AuditRecord was) {
        int member = random.nextInt(7);
        String text = "x" + random.nextInt(1_000_000);
        return new AuditRecord(
                was.seq(),
                member == 0 ? was.at().plusNanos(1_000L * (1 + random.nextInt(1_000_000))) : was.at(),
                member == 1 ? text : was.actor(),
                member == 2 ? "6208" : was.agencyCode(),
                member == 3 ? text : was.action(),
                member == 4 ? text : was.subject(),
                member == 5 ? "FAILED" : was.outcome(),
                member == 6 ? text : was.detail(),
                was.origin(),
                was.link());
    }

    private static AuditRecord numbered(AuditRecord was, long seq) {
        return new AuditRecord(
                seq,
                was.at(),
                was.actor(),
                was.agencyCode(),
                was.action(),
                was.subject(),
                was.outcome(),
                was.detail(),
                was.origin(),
                was.link());
    }

    private static List<AuditRecord> bare() {
        List<AuditRecord> records = new ArrayList<>();
        for (int i = 1; i <= RECORDS; i++) {
            Instant at = FIRST.plusSeconds(60L * i);
            records.add(
                    new AuditRecord(i, at, "p-" + i % 5, "620823", "UNMASK", "case-" + i, "OK", "field=PHONE", "", ""));
        }
        return records;
    }

    private static List<AuditRecord> linked(Chain chain, List<AuditRecord> records) {
        List<AuditRecord> linked = new ArrayList<>();
        String before = Chain.START;
        for (AuditRecord one : records) {
            AuditRecord renumbered = numbered(one, linked.size() + 1);
            AuditRecord next = renumbered.linked(chain.link(before, renumbered.content()));
            linked.add(next);
            before = next.link();
        }
        return linked;
    }

    private static Head head(List<AuditRecord> records) {
        return records.isEmpty()
                ? new Head(0, Chain.START)
                : new Head(records.getLast().seq(), records.getLast().link());
    }

    private static KeyRing ring(Path keys) {
        return KeyRing.open(keys, JsonMapper.shared(), InstantSource.system());
    }
}
