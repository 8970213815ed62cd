package org.fangxin.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One program at a time owns a home and its database; the lock goes with the process, however it ends. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or null when another program has it. */
    static @Nullable HomeLock tryTake(Path home) throws IOException {
        FileChannel channel = FileChannel.open(
                PrivateFolder.at(home).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new HomeLock(channel);
            }
        } catch (OverlappingFileLockException held) {
            // the same program has it already: as good as another
        }
        channel.close();
        return null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
