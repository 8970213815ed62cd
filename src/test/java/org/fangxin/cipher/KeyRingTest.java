package org.fangxin.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.fangxin.cipher.KeyFile.Content;
import org.fangxin.cipher.KeyFile.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class KeyRingTest {
    @TempDir
    private Path folder;

    @Test
    void makesAFileThatOnlyItsOwnerReads() throws IOException {
        open();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesAFileThatOthersRead() throws IOException {
        open();
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class).hasMessageContaining("chmod 600");
    }

    @Test
    void keepsItsKeysOverARestart() {
        KeyRing first = open();
        first.rotate(KeyUse.VAULT);
        byte[] token = first.material(KeyUse.TOKEN, () -> "signature".getBytes(StandardCharsets.UTF_8));
        KeyRing second = open();
        assertThat(second.fingerprints()).isEqualTo(first.fingerprints()).hasSize(5);
        assertThat(second.active(KeyUse.VAULT)).isEqualTo(first.active(KeyUse.VAULT));
        assertThat(second.material(KeyUse.TOKEN, () -> new byte[] {0})).isEqualTo(token);
    }

    @Test
    void everyUseHasAKeyOfItsOwn() {
        assertThat(open().fingerprints().values()).doesNotHaveDuplicates().hasSize(3);
    }

    /** SM4 takes 128 bits; a fingerprint's key is as long as the fingerprint. */
    @ParameterizedTest
    @CsvSource({"PARTY, 16", "VAULT, 16", "BLIND_INDEX, 32", "JOURNAL, 32", "TOKEN, 32"})
    void aKeyIsAsLongAsItsUseAsks(KeyUse use, int bytes) {
        KeyRing ring = open();
        assertThat(ring.entry(ring.rotate(use)).material()).hasSize(bytes);
    }

    @Test
    void rotationPutsTheNewKeyFirstAndKeepsTheOld() {
        KeyRing ring = open();
        int old = ring.active(KeyUse.PARTY);
        int fresh = ring.rotate(KeyUse.PARTY);
        assertThat(ring.numbers(KeyUse.PARTY)).containsExactly(fresh, old);
    }

    @Test
    void aProgramReadsWhatACommandBesideItSealedWithAKeyMadeSince() {
        KeyRing running = open();
        KeyRing command = open();
        Place place = new Place("casefile.party", "name", "1/P1");
        command.rotate(KeyUse.PARTY);
        byte[] fresh = new Ciphers(new SoftwareDevice(command)).party().encrypt("张三", place);
        assertThat(new Ciphers(new SoftwareDevice(running)).party().decrypt(fresh, place))
                .isEqualTo("张三");
        assertThat(running.active(KeyUse.PARTY)).isEqualTo(command.active(KeyUse.PARTY));
    }

    @Test
    void aKeyMadeMeanwhileByAnotherIsKeptByWhoRotates() {
        KeyRing running = open();
        int theirs = open().rotate(KeyUse.PARTY);
        int ours = running.rotate(KeyUse.PARTY);
        assertThat(ours).isGreaterThan(theirs);
        assertThat(open().numbers(KeyUse.PARTY)).startsWith(ours, theirs).hasSize(3);
    }

    @Test
    void aFileThatLacksAKeyOfOursIsNotTaken() throws IOException {
        KeyRing ring = open();
        Entry stranger = new Entry(9, KeyUse.PARTY, true, "2026-05-06T10:00:00Z", new byte[16]);
        write(List.of(ring.entry(1), ring.entry(2), stranger));
        ring.lookAgain();
        assertThat(ring.fingerprints()).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void aFileThatHoldsAnotherKeyUnderANumberOfOursIsNotTaken() throws IOException {
        KeyRing ring = open();
        var before = ring.fingerprints();
        Entry ours = ring.entry(1);
        byte[] other = ours.material().clone();
        other[0] ^= 1;
        write(List.of(new Entry(1, ours.use(), true, ours.createdAt(), other), ring.entry(2), ring.entry(3)));
        ring.lookAgain();
        assertThat(ring.fingerprints()).isEqualTo(before);
    }

    /** A value names its key in two bytes. */
    @Test
    void theHighestNumberIsUsedAndNoneAfterIt() throws IOException {
        KeyRing first = open();
        Entry last = first.entry(3);
        write(List.of(
                first.entry(1),
                first.entry(2),
                new Entry(0xFFFE, last.use(), true, last.createdAt(), last.material())));
        KeyRing ring = open();
        assertThat(ring.rotate(KeyUse.PARTY)).isEqualTo(0xFFFF);
        assertThatThrownBy(() -> ring.rotate(KeyUse.PARTY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("full");
    }

    @Test
    void aPairIsNotDrawnAsARandomNumber() {
        KeyRing ring = open();
        for (KeyUse pair : List.of(KeyUse.REPORTER, KeyUse.CHECKPOINT)) {
            assertThatThrownBy(() -> ring.rotate(pair)).isInstanceOf(IllegalArgumentException.class);
            assertThat(ring.has(pair)).isFalse();
        }
        assertThat(ring.has(KeyUse.PARTY)).isTrue();
    }

    @Test
    void aKeyThatIsNotThereOpensNothing() {
        KeyRing ring = open();
        assertThatThrownBy(() -> ring.active(KeyUse.VAULT))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("VAULT");
        assertThatThrownBy(() -> ring.entry(77)).isInstanceOf(SealBroken.class).hasMessageContaining("77");
    }

    private void write(List<Entry> keys) throws IOException {
        new KeyFile(path(), JsonMapper.shared()).write(new Content(1, keys));
    }

    private KeyRing open() {
        return KeyRing.open(path(), JsonMapper.shared(), InstantSource.system());
    }

    private Path path() {
        return folder.resolve("secrets").resolve("keys.json");
    }
}
