package org.fangxin.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FieldCipherTest {
    private static final Place PLACE = new Place("casefile.party", "name", "party-1");

    @TempDir
    private Path folder;

    private KeyRing ring;
    private Ciphers ciphers;

    @BeforeEach
    void openRing() {
        ring = KeyRing.open(folder.resolve("keys.json"), JsonMapper.shared(), InstantSource.system());
        ciphers = new Ciphers(new SoftwareDevice(ring));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "张三", "𠮷野𡈽", "买买提·吐尔逊", "甘肃省平凉市崇信县锦屏镇西街", "👨‍👩‍👧 e\u0301"})
    void givesBackWhatItWasGiven(String text) {
        assertThat(ciphers.party().decrypt(ciphers.party().encrypt(text, PLACE), PLACE))
                .isEqualTo(text);
    }

    @Test
    void noBitOfAnEncryptedFieldCanBeChanged() {
        byte[] value = ciphers.party().encrypt("张三", PLACE);
        for (int bit = 0; bit < value.length * 8; bit++) {
            byte[] changed = value.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> ciphers.party().decrypt(changed, PLACE)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void anEncryptedFieldOpensNowhereElse() {
        byte[] value = ciphers.party().encrypt("张三", PLACE);
        for (Place other : new Place[] {
            new Place("casefile.party", "name", "party-2"),
            new Place("casefile.party", "phone", "party-1"),
            new Place("casefile.other", "name", "party-1")
        }) {
            assertThatThrownBy(() -> ciphers.party().decrypt(value, other)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void theVaultsKeyAndThePartiesKeyAreNotTheSame() {
        ring.rotate(KeyUse.VAULT);
        byte[] value = ciphers.vault().encrypt("张三", PLACE);
        assertThatThrownBy(() -> ciphers.party().decrypt(value, PLACE)).isInstanceOf(SealBroken.class);
    }

    @Test
    void refusesWhatIsNoEncryptedField() {
        for (byte[] value :
                new byte[][] {{}, {1}, {1, 0, 1}, {1, 0, 1, 5, 5}, "张三的电话".getBytes(StandardCharsets.UTF_8)}) {
            assertThatThrownBy(() -> ciphers.party().decrypt(value, PLACE)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void theSameTextNeverLooksTheSameTwice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            seen.add(java.util.HexFormat.of().formatHex(ciphers.party().encrypt("张三", PLACE)));
        }
        assertThat(seen).hasSize(500);
    }

    @Test
    void afterRotationOldFieldsOpenAndCanBeRenewed() {
        byte[] old = ciphers.party().encrypt("张三", PLACE);
        ring.rotate(KeyUse.PARTY);
        assertThat(ciphers.party().isCurrent(old)).isFalse();
        assertThat(ciphers.party().decrypt(old, PLACE)).isEqualTo("张三");
        byte[] renewed = ciphers.party().renew(old, PLACE);
        assertThat(ciphers.party().isCurrent(renewed)).isTrue();
        assertThat(ciphers.party().decrypt(renewed, PLACE)).isEqualTo("张三");
    }

    @Test
    void noPartOfTheTextStandsInTheCiphertext() {
        String text = "13800000000";
        String seen = new String(ciphers.party().encrypt(text, PLACE), StandardCharsets.ISO_8859_1);
        assertThat(seen).doesNotContain(text).doesNotContain("1380");
    }
}
