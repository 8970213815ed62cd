package org.fangxin.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is noted of the audit log, signed so that whoever has the public half can check it. */
class CheckpointSealTest {
    private static final String NOTED = "2026-05-06T10:00:00Z 42 abc";

    @TempDir
    private Path folder;

    private KeyRing ring;
    private CheckpointSeal seal;

    @BeforeEach
    void firstStart() {
        ring = open();
        seal = new CheckpointSeal(ring);
    }

    @Test
    void aSignatureHoldsForExactlyItsText() {
        String signature = seal.sign(NOTED);
        assertThat(seal.holds(NOTED, signature)).isTrue();
        assertThat(seal.holds(NOTED + " ", signature)).isFalse();
        assertThat(seal.holds(NOTED, seal.sign("other"))).isFalse();
        assertThat(seal.holds(NOTED, signature.toUpperCase(Locale.ROOT))).isFalse();
        assertThat(seal.holds(NOTED, signature.substring(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "nonsense", "0000000000000000", "zz00000000000000"})
    void whatIsNoSignatureHoldsForNothing(String signature) {
        assertThat(seal.holds(NOTED, signature)).isFalse();
    }

    @Test
    void thePublicHalfIsWrittenUncompressed() {
        assertThat(seal.publicKey()).matches("04[0-9a-f]{128}");
    }

    @Test
    void aPairThatWasKeptIsTheSameAfterARestart() {
        assertThat(seal.isFresh()).isTrue();
        String signature = seal.sign(NOTED);
        seal.keep();

        CheckpointSeal again = new CheckpointSeal(open());

        assertThat(again.isFresh()).isFalse();
        assertThat(again.publicKey()).isEqualTo(seal.publicKey());
        assertThat(again.holds(NOTED, signature)).isTrue();
        assertThat(again.holds(NOTED, again.sign(NOTED))).isTrue();
    }

    /** A program that was killed before it had signed what was noted begins again. */
    @Test
    void aPairThatWasNotKeptIsForgotten() {
        CheckpointSeal again = new CheckpointSeal(open());
        assertThat(again.isFresh()).isTrue();
        assertThat(again.publicKey()).isNotEqualTo(seal.publicKey());
    }

    @Test
    void onlyOneOfTwoFreshPairsIsKept() {
        CheckpointSeal other = new CheckpointSeal(ring);
        seal.keep();
        assertThatThrownBy(other::keep)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("再启动一次");
        seal.keep();
        assertThat(new CheckpointSeal(open()).publicKey()).isEqualTo(seal.publicKey());
    }

    /** Each with the key file as it stood when it started. */
    @Test
    void onlyOneOfTwoProgramsThatStartForTheFirstTimeKeepsItsPair() {
        CheckpointSeal other = new CheckpointSeal(open());
        seal.keep();
        assertThatThrownBy(other::keep)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("再启动一次");
        assertThat(new CheckpointSeal(open()).publicKey()).isEqualTo(seal.publicKey());
    }

    private KeyRing open() {
        return KeyRing.open(folder.resolve("keys.json"), JsonMapper.shared(), InstantSource.system());
    }
}
