package org.fangxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fangxin.identity.internal.LogMutations.Attacker;
import org.fangxin.identity.internal.LogMutations.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit log under random changes; {@code ./fangxin safety S3} makes ten thousand. */
class ChainMutationTest {
    private static final int MUTATIONS = 1_000;
    private static final long SEED = 121;

    @TempDir
    Path folder;

    @Test
    void everyMutationOfTheAuditLogIsFound() throws Exception {
        Tally tally = LogMutations.run(folder, Attacker.DATABASE_ALONE, MUTATIONS, SEED);
        assertThat(tally.found()).isEqualTo(tally.made());
        assertThat(tally.total()).isEqualTo(MUTATIONS);
        assertThat(tally.made()).hasSize(8);
    }

    @Test
    void whoHasTheKeyAndTheCheckpointsIsNotFound() throws Exception {
        Tally tally = LogMutations.run(folder, Attacker.KEY_AND_CHECKPOINTS, MUTATIONS, SEED);
        assertThat(tally.missed()).isPositive();
    }
}
