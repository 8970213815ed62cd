package org.fangxin.intake.store;

import java.util.List;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.ReporterField;
import org.fangxin.intake.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** At the start: identities from before the keeper's key, which the program could open itself, are sealed anew for the keeper. */
@Component
class OldVault implements ApplicationRunner {
    private static final String TABLE = "intake.vault";

    private record Row(String caseNo, byte[] identity, byte @Nullable [] original) {}

    private final JdbcClient jdbc;
    private final VaultStore vault;
    private final Ciphers ciphers;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    OldVault(
            JdbcClient jdbc,
            VaultStore vault,
            Ciphers ciphers,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ciphers = ciphers;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    for (Row row : rows()) {
                        sealAnew(row);
                    }
                }));
    }

    private List<Row> rows() {
        jdbc.sql("set local role fx_vault").update();
        List<Row> rows = jdbc.sql("select case_no, identity, original from intake.vault where identity is not null")
                .query((rs, n) -> new Row(rs.getString(1), rs.getBytes(2), rs.getBytes(3)))
                .list();
        if (!rows.isEmpty()) {
            jdbc.sql("update intake.vault set identity = null, original = null where identity is not null")
                    .update();
        }
        jdbc.sql("reset role").update();
        return rows;
    }

    private void sealAnew(Row row) {
        String identity = ciphers.vault().decrypt(row.identity(), new Place(TABLE, "identity", row.caseNo()));
        Submission.Person person = json.readValue(identity, Submission.Person.class);
        byte[] original = row.original();
        String text =
                original == null ? null : ciphers.vault().decrypt(original, new Place(TABLE, "original", row.caseNo()));
        for (ReporterField field : ReporterField.values()) {
            String value = field.from(person, text);
            if (value != null) {
                vault.seal(row.caseNo(), field, value);
            }
        }
    }
}
