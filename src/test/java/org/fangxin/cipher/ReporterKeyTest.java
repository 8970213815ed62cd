package org.fangxin.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Art. 37: who takes a report in cannot read who reported; the keeper can, with his pass-phrase. */
class ReporterKeyTest {
    private static final Place PLACE = new Place("intake.vault_field", "NAME", "620823-260506-0001");

    @TempDir
    private Path folder;

    private ReporterKey key;

    @BeforeEach
    void firstStart() {
        key = open(folder);
    }

    @Test
    void opensWithTheKeepersPassphraseAndWithNoOther() throws Exception {
        byte[] value = key.seal("张三", PLACE);

        assertThat(key.opensHere()).isTrue();
        assertThat(key.open(value, PLACE, first())).isEqualTo("张三");
        assertThatThrownBy(() -> key.open(value, PLACE, "张三".toCharArray())).isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void aMachineThatOnlyTakesInHasNothingToOpenWith() throws Exception {
        byte[] value = key.seal("张三", PLACE);
        char[] passphrase = first();
        Path intake = Files.createDirectory(folder.resolve("intake"));
        Files.copy(folder.resolve("keys.json"), intake.resolve("keys.json"));
        Files.setPosixFilePermissions(intake.resolve("keys.json"), PosixFilePermissions.fromString("rw-------"));

        ReporterKey writing = open(intake);

        assertThat(writing.opensHere()).isFalse();
        assertThat(writing.seal("李四", PLACE)).isNotEmpty();
        assertThatThrownBy(() -> writing.open(value, PLACE, passphrase)).isInstanceOf(RuntimeException.class);
        assertThat(key.open(writing.seal("李四", PLACE), PLACE, passphrase)).isEqualTo("李四");
    }

    @Test
    void noKeyOfTheKeyFileOpensIt() throws Exception {
        byte[] value = key.seal("张三", PLACE);
        KeyRing ring = KeyRing.open(folder.resolve("keys.json"), JsonMapper.shared(), InstantSource.system());

        for (KeyUse use : KeyUse.values()) {
            for (int number : ring.numbers(use)) {
                byte[] material = ring.entry(number).material();
                assertThatThrownBy(() -> Sm2.unwrap(material, wrapped(value)))
                        .as(use.name())
                        .isInstanceOf(SealBroken.class);
            }
        }
    }

    @Test
    void aValueOpensAtItsOwnPlaceAndUnchanged() throws Exception {
        byte[] value = key.seal("张三", PLACE);
        char[] passphrase = first();
        byte[] changed = value.clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> key.open(value, new Place("intake.vault_field", "NAME", "another"), passphrase))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> key.open(changed, PLACE, passphrase)).isInstanceOf(SealBroken.class);
    }

    @Test
    void whatIsNotSealedForTheKeeperIsNotOpened() throws Exception {
        char[] passphrase = first();
        byte[] number = Arrays.copyOfRange(key.seal("张三", PLACE), 1, 3);
        for (byte[] value : new byte[][] {
            {},
            {2},
            {2, 0, 0, 0},
            {1, number[0], number[1], 0, 0, 7},
            {2, 0x7F, 0x7F, 0, 0, 7},
            {2, number[0], number[1], 0, 0}
        }) {
            assertThatThrownBy(() -> key.open(value, PLACE, passphrase)).isInstanceOf(SealBroken.class);
        }
    }

    /** The key of one value opens no other: each is drawn anew. */
    @Test
    void everyValueHasAKeyOfItsOwn() throws Exception {
        KeyRing ring = KeyRing.open(folder.resolve("keys.json"), JsonMapper.shared(), InstantSource.system());
        byte[] publicKey = ring.entry(ring.active(KeyUse.REPORTER)).material();
        byte[] secret = new LockedKey(folder.resolve("reporter-key.txt")).unlock(first(), publicKey);

        byte[] one = Sm2.unwrap(secret, wrapped(key.seal("张三", PLACE)));
        byte[] other = Sm2.unwrap(secret, wrapped(key.seal("张三", PLACE)));

        assertThat(one).hasSize(Sm4Gcm.KEY_BYTES).isNotEqualTo(other);
    }

    @Test
    void neitherFileHoldsTheOpenPrivateKey() throws Exception {
        byte[] value = key.seal("张三", PLACE);
        Files.delete(folder.resolve("reporter-passphrase.txt"));

        String files =
                Files.readString(folder.resolve("reporter-key.txt")) + Files.readString(folder.resolve("keys.json"));

        assertThat(files).doesNotContain("张三");
        assertThatThrownBy(() -> open(folder).open(value, PLACE, new char[0])).isInstanceOf(WrongPassphrase.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("reporter-key.txt"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aNewPassphraseTakesTheOldOnesPlaceAndTheFirstOnesFileGoes() throws Exception {
        byte[] value = key.seal("张三", PLACE);
        char[] old = first();

        key.change(old, "换过的口令 十二个字以上".toCharArray());

        assertThat(key.open(value, PLACE, "换过的口令 十二个字以上".toCharArray())).isEqualTo("张三");
        assertThatThrownBy(() -> key.open(value, PLACE, old)).isInstanceOf(WrongPassphrase.class);
        assertThat(folder.resolve("reporter-passphrase.txt")).doesNotExist();
    }

    private ReporterKey open(Path where) {
        KeyRing ring = KeyRing.open(where.resolve("keys.json"), JsonMapper.shared(), InstantSource.system());
        return new ReporterKey(ring, new LockedKey(where.resolve("reporter-key.txt")));
    }

    private char[] first() throws Exception {
        return Files.readString(folder.resolve("reporter-passphrase.txt"), StandardCharsets.UTF_8)
                .strip()
                .toCharArray();
    }

    private static byte[] wrapped(byte[] value) {
        int length = Integer.parseInt(HexFormat.of().formatHex(value, 3, 5), 16);
        return Arrays.copyOfRange(value, 5, 5 + length);
    }
}
