package org.fangxin.casefile.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.CaseFiles.Done;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.cipher.Chain;
import org.fangxin.cipher.CipherDevice;
import org.fangxin.database.Inserts;
import org.fangxin.identity.People;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The program with one thing taken off that keeps acts apart, by a part that stands in the place of its own. */
public enum Weakened {
    NOTHING(List.of(), List.of()),
    /** No lock, whatever version the row has, and the table lets one number be given twice. */
    LOCK(
            List.of(NoLock.class, AnyVersion.class),
            List.of("alter table casefile.journal drop constraint journal_case_id_case_seq_key")),
    /** Nobody asks which version an act was decided on. */
    VERSION(List.of(NeverStale.class), List.of()),
    /** What a key was answered with is forgotten. */
    KEY(List.of(NoKeys.class), List.of()),
    /** Numbers are counted beside the transaction, as a sequence does. */
    NUMBER(List.of(CountedBeside.class), List.of());

    private final List<Class<?>> parts;
    private final List<String> statements;

    Weakened(List<Class<?>> parts, List<String> statements) {
        this.parts = parts;
        this.statements = statements;
    }

    /** What has to be done to the tables. */
    List<String> statements() {
        return statements;
    }

    void register(GenericApplicationContext context) {
        parts.forEach(part -> context.registerBean(part, definition -> definition.setPrimary(true)));
    }

    static class NoLock extends Journal {
        NoLock(JdbcClient jdbc, EntryCodec codec, Chain chain, Inserts inserts) {
            super(jdbc, codec, chain, inserts);
        }

        @Override
        void lock(long caseId) {}
    }

    static class AnyVersion extends CaseRows {
        private final JdbcClient jdbc;

        AnyVersion(JdbcClient jdbc, Inserts inserts) {
            super(jdbc, inserts);
            this.jdbc = jdbc;
        }

        @Override
        boolean update(long id, CaseState state, long decidedOn) {
            long now = jdbc.sql("select version from casefile.case_file where id = ? for update")
                    .param(id)
                    .query(Long.class)
                    .single();
            return super.update(id, state, now);
        }
    }

    static class NeverStale extends Staleness {
        NeverStale(People people, Sight sight, Worlds worlds) {
            super(people, sight, worlds);
        }

        @Override
        void refuse(
                CaseRows.Head head, CaseState state, List<Journal.Row> past, @Nullable Long version, Command command) {}
    }

    static class NoKeys extends ActKeys {
        NoKeys(JdbcClient jdbc, JsonMapper json, CipherDevice device) {
            super(jdbc, json, device);
        }

        @Override
        Optional<Done> find(
                CaseRows.Head head,
                Act act,
                Map<String, ?> fields,
                @Nullable String key,
                Function<String, Optional<CaseState>> state) {
            return Optional.empty();
        }

        @Override
        void remember(
                CaseRows.Head head, Act act, Map<String, ?> fields, @Nullable String key, Done done, Instant now) {}
    }

    static class CountedBeside extends CaseNumbers {
        private final Map<String, Integer> given = new HashMap<>();

        CountedBeside(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        String next(String agency, Kind kind, Instant receivedAt) {
            return counted(super.next(agency, kind, receivedAt));
        }

        @Override
        List<String> next(List<NewCase> cases) {
            return super.next(cases).stream().map(this::counted).toList();
        }

        /** A number that was given once is passed over, also when what took it was taken back. */
        private synchronized String counted(String number) {
            int digits = number.length() - 4;
            String prefix = number.substring(0, digits);
            int next = given.merge(prefix, Integer.parseInt(number.substring(digits)), (last, now) -> last + 1);
            return prefix + "%04d".formatted(next);
        }
    }
}
