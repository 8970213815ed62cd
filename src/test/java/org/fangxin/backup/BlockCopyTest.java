package org.fangxin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockCopyTest {
    @TempDir
    Path folder;

    @Test
    void tellsOfWhatItWroteWhatIsReadBackLater() throws Exception {
        for (int size : new int[] {0, 1, 532_480, BlockCopy.BLOCK, BlockCopy.BLOCK + 1, 3 * BlockCopy.BLOCK - 7}) {
            byte[] content = new byte[size];
            new Random(size).nextBytes(content);
            Path from = folder.resolve("from" + size);
            Files.write(from, content);
            Path to = folder.resolve("to" + size);
            Piece told = BlockCopy.copy(from, to, "to");
            assertThat(to).hasBinaryContent(content);
            assertThat(BlockCopy.fault(to, told)).isEmpty();
            assertThat(told.blocks()).hasSize((size + BlockCopy.BLOCK - 1) / BlockCopy.BLOCK);
        }
    }
}
