package org.fangxin.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file with the private half of the reporters' key, and the first pass-phrase beside it. */
class LockedKeyTest {
    @TempDir
    private Path folder;

    @Test
    void liesAmongTheSecretsUnlessAnotherPlaceIsSet() throws Exception {
        Path other = folder.resolve("elsewhere.txt");
        new LockedKey(folder.resolve("secrets/reporter-key.txt")).write(Sm2.fresh());
        assertThat(new LockedKey(" ", folder).present()).isTrue();
        assertThat(new LockedKey(other.toString(), folder).present()).isFalse();

        new LockedKey(other).write(Sm2.fresh());
        assertThat(new LockedKey(other.toString(), folder).present()).isTrue();
    }

    @Test
    void theFirstPassphraseIsDrawnInFiveGroupsOfFiveLetters() throws Exception {
        assertThat(first("one.txt"))
                .matches("[a-z2-9]{5}(-[a-z2-9]{5}){4}")
                .doesNotContainPattern("[ilo]")
                .isNotEqualTo(first("two.txt"));
    }

    /** The same words on two machines give two keys. */
    @Test
    void saltIsDrawnAnewWithEachWriting() throws Exception {
        LockedKey locked = new LockedKey(folder.resolve("key.txt"));
        Sm2.Pair pair = Sm2.fresh();
        locked.write(pair);
        String before = salt();
        char[] fresh = "换过的口令 十二个字以上".toCharArray();
        locked.change(
                Files.readString(folder.resolve("reporter-passphrase.txt"))
                        .strip()
                        .toCharArray(),
                fresh);
        assertThat(salt()).isNotEqualTo(before);
        assertThat(locked.unlock(fresh, pair.publicKey())).isEqualTo(pair.privateKey());
    }

    private String salt() throws Exception {
        return Files.readAllLines(folder.resolve("key.txt")).getFirst();
    }

    private String first(String name) throws Exception {
        new LockedKey(folder.resolve(name)).write(Sm2.fresh());
        return Files.readString(folder.resolve("reporter-passphrase.txt")).strip();
    }
}
