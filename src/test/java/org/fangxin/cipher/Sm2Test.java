package org.fangxin.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** SM2 as GB/T 32918 has it: short secrets that one half wraps, texts that the other signs. */
class Sm2Test {
    private static final byte[] TEXT = "审计检查点".getBytes(StandardCharsets.UTF_8);

    private final Sm2.Pair pair = Sm2.fresh();

    @Test
    void thePublicHalfFollowsFromThePrivateOne() {
        assertThat(Sm2.publicOf(pair.privateKey()))
                .isEqualTo(pair.publicKey())
                .hasSize(65)
                .startsWith(4);
        assertThat(pair.privateKey()).hasSize(32);
    }

    @Test
    void aSignatureHoldsForItsTextAndItsPairAlone() {
        byte[] signature = Sm2.sign(pair.privateKey(), TEXT);
        assertThat(Sm2.verify(pair.publicKey(), TEXT, signature)).isTrue();
        assertThat(Sm2.verify(Sm2.fresh().publicKey(), TEXT, signature)).isFalse();
        assertThat(Sm2.verify(pair.publicKey(), Arrays.copyOf(TEXT, TEXT.length - 1), signature))
                .isFalse();
        assertThat(Sm2.verify(pair.publicKey(), TEXT, Arrays.copyOf(signature, signature.length - 1)))
                .isFalse();
    }

    @Test
    void noByteOfASignatureCanBeChanged() {
        byte[] signature = Sm2.sign(pair.privateKey(), TEXT);
        for (int at = 0; at < signature.length; at++) {
            byte[] changed = signature.clone();
            changed[at] ^= 1;
            assertThat(Sm2.verify(pair.publicKey(), TEXT, changed))
                    .as("byte %d", at)
                    .isFalse();
        }
    }

    @Test
    void aSecretThatWasCutOrChangedIsNotUnwrapped() {
        byte[] secret = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        byte[] wrapped = Sm2.wrap(pair.publicKey(), secret);
        assertThat(Sm2.unwrap(pair.privateKey(), wrapped)).isEqualTo(secret);
        for (int length = 0; length < wrapped.length; length++) {
            byte[] cut = Arrays.copyOf(wrapped, length);
            assertThatThrownBy(() -> Sm2.unwrap(pair.privateKey(), cut))
                    .as("%d bytes", length)
                    .isInstanceOf(SealBroken.class);
        }
        for (int at = 0; at < wrapped.length; at++) {
            byte[] changed = wrapped.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> Sm2.unwrap(pair.privateKey(), changed))
                    .as("byte %d", at)
                    .isInstanceOf(SealBroken.class);
        }
    }
}
