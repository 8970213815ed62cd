package org.fangxin.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void rotationPutsTheNewKeyFirstAndKeepsTheOld() {
        KeyRing ring = open();
        int old = ring.active(KeyUse.PARTY);
        int fresh = ring.rotate(KeyUse.PARTY);
        assertThat(ring.numbers(KeyUse.PARTY)).containsExactly(fresh, old);
    }

    private KeyRing open() {
        return KeyRing.open(path(), JsonMapper.shared(), InstantSource.system());
    }

    private Path path() {
        return folder.resolve("secrets").resolve("keys.json");
    }
}
