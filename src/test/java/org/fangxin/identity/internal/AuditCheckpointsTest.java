package org.fangxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.fangxin.cipher.CheckpointSeal;
import org.fangxin.cipher.KeyRing;
import org.fangxin.identity.store.AuditStore.Head;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is noted of the audit log outside the database, and changed by hand. */
class AuditCheckpointsTest {
    @TempDir
    Path home;

    Path file;

    @BeforeEach
    void threeHeads() {
        file = home.resolve("secrets/audit-checkpoints.txt");
        AuditCheckpoints checkpoints = opened();
        checkpoints.add(new Head(3, "1-aa"));
        checkpoints.add(new Head(7, "1-bb"));
        checkpoints.add(new Head(9, "1-cc"));
    }

    @Test
    void areReadAgainAfterAnotherStart() {
        assertThat(opened().all())
                .containsEntry(3L, "1-aa")
                .containsEntry(9L, "1-cc")
                .hasSize(3);
    }

    @Test
    void aFileChangedByHandIsRefusedAtTheStartAndLaterWithItsLine() throws IOException {
        AuditCheckpoints running = opened();
        List<String> lines = Files.readAllLines(file);
        String second = lines.get(1);
        String signature = second.substring(second.lastIndexOf(' ') + 1);
        List<String> forgeries = List.of(
                second.replace("1-bb", "1-bc"),
                second.replaceFirst("7", "8"),
                "7 1-bb",
                "7 1-bb " + lines.get(0).substring(lines.get(0).lastIndexOf(' ') + 1),
                "7 1-bb " + "00".repeat(70),
                second.replace(signature, signature.replaceFirst("^30", "31")),
                second + "x",
                "gone");
        for (String forged : forgeries) {
            Files.write(file, List.of(lines.get(0), forged, lines.get(2)));
            assertThatThrownBy(this::opened).as(forged).hasMessageContaining("第 2 行");
            assertThatThrownBy(running::all).as(forged).isInstanceOf(CheckpointForged.class);
        }
        Files.write(file, lines);
        assertThat(opened().all()).hasSize(3);
    }

    @Test
    void aLineWrittenWithTheKeyOfAnotherProgramIsRefused() throws IOException {
        CheckpointSeal other = new CheckpointSeal(
                KeyRing.open(home.resolve("other/keys.json"), JsonMapper.shared(), InstantSource.system()));
        Files.writeString(file, "9 1-cc " + other.sign("9 1-cc") + "\n");
        assertThatThrownBy(this::opened).isInstanceOf(CheckpointForged.class);
    }

    @Test
    void whatAPowerCutLeftOfALineIsNoForgeryAndIsDropped() throws IOException {
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 5));
        AuditCheckpoints again = opened();
        assertThat(again.all()).hasSize(2);
        again.add(new Head(12, "1-dd"));
        assertThat(opened().all()).containsOnlyKeys(3L, 7L, 12L);
    }

    @Test
    void whatWasNotedBeforeThereWereSignaturesIsSignedOnce() throws IOException {
        Path older = home.resolve("older");
        Files.createDirectories(older.resolve("secrets"));
        Files.writeString(older.resolve("secrets/audit-checkpoints.txt"), "4 1-ee\n");
        assertThat(new AuditCheckpoints(older, seal(older)).all()).containsEntry(4L, "1-ee");
        Files.writeString(older.resolve("secrets/audit-checkpoints.txt"), "4 1-ee\n");
        assertThatThrownBy(() -> new AuditCheckpoints(older, seal(older))).isInstanceOf(CheckpointForged.class);
    }

    @Test
    void aProgramKilledBeforeItKeptItsKeySignsAnewAtTheNextStart() throws IOException {
        Path older = home.resolve("older");
        Files.createDirectories(older.resolve("secrets"));
        CheckpointSeal killed = seal(older);
        Files.writeString(
                older.resolve("secrets/audit-checkpoints.txt"), "4 1-ee " + killed.sign("4 1-ee") + "\n5 1-ff\n");
        assertThat(new AuditCheckpoints(older, seal(older)).all()).containsOnlyKeys(4L, 5L);
        assertThat(new AuditCheckpoints(older, seal(older)).all()).containsOnlyKeys(4L, 5L);
    }

    @Test
    void thePublicHalfLiesBesideThemForAnotherMachine() {
        assertThat(home.resolve("secrets/audit-checkpoint-public-key.txt"))
                .content()
                .isEqualTo(seal(home).publicKey() + "\n");
    }

    private AuditCheckpoints opened() {
        return new AuditCheckpoints(home, seal(home));
    }

    private static CheckpointSeal seal(Path home) {
        return new CheckpointSeal(
                KeyRing.open(home.resolve("secrets/keys.json"), JsonMapper.shared(), InstantSource.system()));
    }
}
