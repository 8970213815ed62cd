package org.fangxin.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A thousand values at each build; {@code ./fangxin safety S14} makes more. */
class SealTrialsTest {
    private static final int VALUES = 1_000;
    private static final long SEED = 121;

    @TempDir
    Path folder;

    @Test
    void noValueOpensElsewhereAndNoReadFailsWhileKeysChange() throws Exception {
        SealTrials.Tally tally = SealTrials.run(folder, true, VALUES, SEED);
        assertThat(tally.opened()).isZero();
        assertThat(tally.noncesTwice()).isZero();
        assertThat(tally.failedReads()).isZero();
        assertThat(tally.reads()).isPositive();
        assertThat(tally.outdated()).isZero();
    }

    @Test
    void valuesThatKnowNothingOfTheirPlaceAreFound() throws Exception {
        assertThat(SealTrials.run(folder, false, VALUES, SEED).opened()).isEqualTo(VALUES);
    }

    @Test
    void aProgramReadsWhatACommandBesideItSealedWithAKeyMadeSince() {
        Path file = folder.resolve("shared.json");
        KeyRing running = KeyRing.open(file, JsonMapper.shared(), InstantSource.system());
        KeyRing command = KeyRing.open(file, JsonMapper.shared(), InstantSource.system());
        Place place = new Place("casefile.party", "name", "1/P1");
        command.rotate(KeyUse.PARTY);
        byte[] fresh = new Ciphers(new SoftwareDevice(command)).party().encrypt("张三", place);
        assertThat(new Ciphers(new SoftwareDevice(running)).party().decrypt(fresh, place))
                .isEqualTo("张三");
        assertThat(running.active(KeyUse.PARTY)).isEqualTo(command.active(KeyUse.PARTY));
    }
}
