package org.fangxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.cipher.CipherDevice;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.KeyRing;
import org.fangxin.cipher.KeyUse;
import org.fangxin.cipher.Place;
import org.fangxin.identity.Enrolled;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.store.FactorStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.web.servlet.MockMvc;

/** Another key for personal data, while people work (S14). */
@FangxinTest
class KeyRotationTest {
    /** Columns of bytes that the parties' key does not seal, each with the reason. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("approval.request.sheet", "the sheet as it was decided: text of the case, kept as it was signed"),
            Map.entry("casefile.party.id_number_index", "a fingerprint"),
            Map.entry("casefile.party.name_index", "a fingerprint"),
            Map.entry("casefile.party.phone_index", "a fingerprint"),
            Map.entry("document.letterhead.seal", "a picture of a public seal"),
            Map.entry("document.template.docx", "an empty form"),
            Map.entry("enforcement.reward.code_mac", "a fingerprint"),
            Map.entry("enforcement.transfer_piece.body", "a piece of a dossier"),
            Map.entry("identity.recovery_code.digest", "a fingerprint"),
            Map.entry("identity.spring_session_attributes.attribute_bytes", "an id"),
            Map.entry("intake.idempotency.body_mac", "a fingerprint"),
            Map.entry("intake.idempotency.key_mac", "a fingerprint"),
            Map.entry("intake.vault_field.sealed", "under the keeper's key"),
            Map.entry("mediation.invitation.pin_mac", "a fingerprint"),
            Map.entry("mediation.invitation.token_hash", "a fingerprint"),
            Map.entry("mediation.line.key_hash", "a fingerprint"),
            Map.entry("mediation.pass.pass_hash", "a fingerprint"),
            Map.entry("notice.phone_code.mac", "a fingerprint"),
            Map.entry("rapid.visit.key_hash", "a fingerprint"));

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private InstantSource clock;

    @Autowired
    private KeyRotation rotation;

    @Autowired
    private RotateKeysCommand command;

    @Autowired
    private KeyRing ring;

    @Autowired
    private CipherDevice device;

    @Autowired
    private Ciphers ciphers;

    @Autowired
    private KeyCheck check;

    @Autowired
    private FactorStore factors;

    @Autowired
    private InScope inScope;

    @Autowired
    @FlywayDataSource
    private DataSource owner;

    private final List<Enrolled> officers = new ArrayList<>();

    @BeforeEach
    void peopleWithSealedSecrets() throws Exception {
        for (int i = 0; i < 3; i++) {
            officers.add(Enrolled.hire(mvc, people, clock, "620823", Role.HANDLER));
        }
    }

    @Test
    void everyColumnOfBytesIsSealedAnewOrSaysWhyNot() {
        TreeSet<String> unnamed = new TreeSet<>(
                JdbcClient.create(owner).sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                         where data_type = 'bytea' and table_schema not in ('pg_catalog', 'information_schema')
                           and table_name not in ('vault', 'reporter_print', 'code_attempt')
                           and column_name not like '%\\_mac'""").query(String.class).list());
        SealedColumn.ALL.forEach(one -> unnamed.remove(one.table() + "." + one.column()));
        unnamed.removeAll(OTHERS.keySet());
        assertThat(unnamed).isEmpty();
    }

    @Test
    void whileKeysChangeNoReadFailsAndAfterwardsNoValueNamesAnEarlierKey() throws Exception {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> reading = new ArrayList<>();
            for (Enrolled officer : officers) {
                reading.add(readers.submit(() -> reads(officer, goesOn)));
            }
            try {
                for (int round = 0; round < 3; round++) {
                    rotation.begin();
                    assertThat(rotation.renew().renewed()).containsKey("identity.second_factor.secret");
                    assertThat(outdatedSecrets()).isZero();
                }
            } finally {
                // else the readers would read for ever, and nobody would hear of what went wrong
                goesOn.set(false);
            }
            for (Future<Integer> one : reading) {
                assertThat(one.get()).isPositive();
            }
        }
        assertThat(rotation.renew().total()).as("nothing is left to do").isZero();
    }

    @Test
    void whatWasDoneWhenItWasKilledStaysDoneAndTheNextRunGoesOn() throws Exception {
        rotation.begin();
        KeyRotation killed = new KeyRotation(dyingAfter(2), ring, device, ciphers, check);
        assertThatThrownBy(killed::renew).hasMessage("killed");
        officers.forEach(officer -> assertThat(secret(officer)).isEqualTo(officer.secret()));
        rotation.renew();
        assertThat(outdatedSecrets()).isZero();
        officers.forEach(officer -> assertThat(secret(officer)).isEqualTo(officer.secret()));
    }

    @Test
    void aValueOfAnotherRowIsLeftAsItIsAndTold() throws Exception {
        String one = officers.get(0).person().personId();
        String other = officers.get(1).person().personId();
        rotation.renew();
        swap(one, other);
        rotation.begin();
        assertThat(rotation.renew().unreadable()).containsEntry("identity.second_factor.secret", 2L);
        swap(one, other);
        assertThat(rotation.renew().unreadable()).doesNotContainKey("identity.second_factor.secret");
        assertThat(secret(officers.get(0))).isEqualTo(officers.get(0).secret());
    }

    @Test
    void oneRunRenewsAllOfATableThatTakesManyBatches() throws Exception {
        String person = officers.getFirst().person().personId();
        for (int i = 0; i < 450; i++) {
            JdbcClient.create(owner)
                    .sql("insert into intake.draft (person_id, key, body, updated_at) values (?, ?, ?, now())")
                    .params(person, "form:" + i, draft(person, "form:" + i))
                    .update();
        }
        rotation.begin();
        assertThat(outdatedDrafts(person)).isEqualTo(450);
        rotation.renew();
        assertThat(outdatedDrafts(person)).isZero();
    }

    private byte[] draft(String person, String key) {
        return ciphers.party().encrypt("写到一半".repeat(40), new Place("intake.draft", "body", person + "/" + key));
    }

    private long outdatedDrafts(String person) {
        return JdbcClient.create(owner)
                .sql("""
                        select count(*) from intake.draft
                         where person_id = :person and get_byte(body, 1) * 256 + get_byte(body, 2) <> :key""")
                .param("person", person)
                .param("key", device.activeKey(KeyUse.PARTY))
                .query(Long.class)
                .single();
    }

    @Test
    void theCommandSaysWhatItDidAndRefusesOtherWords() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int before = device.activeKey(KeyUse.PARTY);
        assertThat(command.run(List.of("--new"), out)).isZero();
        assertThat(device.activeKey(KeyUse.PARTY)).isGreaterThan(before);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("新密钥", "identity.second_factor.secret", "完成");
        assertThat(command.run(List.of("--now"), out)).isEqualTo(2);
    }

    private int reads(Enrolled officer, AtomicBoolean goesOn) {
        int reads = 0;
        while (goesOn.get()) {
            assertThat(secret(officer)).isEqualTo(officer.secret());
            reads++;
        }
        return reads;
    }

    private byte[] secret(Enrolled officer) {
        return inScope.everywhere(
                () -> factors.secret(officer.person().personId()).orElseThrow());
    }

    private long outdatedSecrets() {
        return JdbcClient.create(owner)
                .sql("""
                        select count(*) from identity.second_factor
                         where secret is not null and get_byte(secret, 1) * 256 + get_byte(secret, 2) <> :key""")
                .param("key", device.activeKey(KeyUse.PARTY))
                .query(Long.class)
                .single();
    }

    private void swap(String one, String other) {
        Map<String, String> values = Map.of(one, value(one), other, value(other));
        put(one, values.get(other));
        put(other, values.get(one));
    }

    private String value(String id) {
        return JdbcClient.create(owner)
                .sql("select encode(secret, 'hex') from identity.second_factor where person_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private void put(String id, String hex) {
        JdbcClient.create(owner)
                .sql("update identity.second_factor set secret = :secret where person_id = :id")
                .param("secret", HexFormat.of().parseHex(hex))
                .param("id", id)
                .update();
    }

    private DataSource dyingAfter(int connections) {
        return new DelegatingDataSource(owner) {
            private int given;

            @Override
            public Connection getConnection() throws SQLException {
                if (given++ >= connections) {
                    throw new SQLException("killed");
                }
                return super.getConnection();
            }
        };
    }
}
