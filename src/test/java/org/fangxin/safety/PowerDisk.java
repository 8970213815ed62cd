package org.fangxin.safety;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A disk whose power can be cut: an ext4 file system on a loop device, behind it a process that keeps every write in its
 * own memory until it is told to flush. Killed, it forgets what nobody asked to have on disk, as a disk's cache does.
 */
final class PowerDisk implements AutoCloseable {
    /** Where the memory keeps what was not flushed; larger than what one run writes. */
    private static final long BYTES = 3L << 30;

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final long LOOK_NANOS = 50_000_000;
    private static final Path LOOPS = Path.of("/dev/loop-control");
    private static final Path FUSE = Path.of("/dev/fuse");

    /** Programs, and the Debian package of each. */
    private static final Map<String, String> NEEDED = new TreeMap<>(
            Map.of("nbdkit", "nbdkit", "nbdfuse", "libnbd-bin", "fusermount3", "fuse3", "mkfs.ext4", "e2fsprogs"));

    private final Path folder;
    private final Path image;
    private final Path mount;
    private @Nullable Process memory;
    private @Nullable Process device;
    private int plugged;

    /** @param mount where the file system is seen */
    PowerDisk(Path folder, Path mount) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.image = folder.resolve("disk");
        this.mount = Files.createDirectories(mount);
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(0);
            file.setLength(BYTES);
        }
        Command.run("mkfs.ext4", "-q", "-m", "0", image.toString());
    }

    /** Why there is no such disk on this machine; empty when there is. */
    static Optional<String> missing() throws IOException {
        for (Map.Entry<String, String> one : NEEDED.entrySet()) {
            if (!found(one.getKey())) {
                return Optional.of("缺 " + one.getKey() + "。请安装：apt-get install " + one.getValue());
            }
        }
        String users = Files.readString(Path.of("/proc/self/uid_map")).strip();
        if (!users.matches("0\\s+0\\s+4294967295") || !Files.exists(LOOPS) || !Files.exists(FUSE)) {
            return Optional.of("挂载 ext4 要 root，还要 " + LOOPS + " 和 " + FUSE + "。请在有它们的机器上用 root 运行 ./fangxin safety R3");
        }
        return Optional.empty();
    }

    private static boolean found(String program) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/sbin"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** The power comes back: what reached the disk is mounted again, as far as its journal tells. */
    void plug() throws Exception {
        Path socket = folder.resolve("socket-" + ++plugged);
        Path seen = Files.createDirectories(folder.resolve("device-" + plugged));
        memory = started(
                "nbdkit", "-f", "-U", socket.toString(), "--filter=cache", "file", image.toString(), "cache=writeback");
        await(socket);
        device = started("nbdfuse", seen + "/", "--unix", socket.toString());
        await(seen.resolve("nbd"));
        Command.run("mount", "-o", "loop", seen.resolve("nbd").toString(), mount.toString());
    }

    /** From here on nothing more reaches the disk. */
    void cut() throws InterruptedException {
        Objects.requireNonNull(memory).destroyForcibly().waitFor();
        // who waits for the disk is told that there is none, and can be ended
        Objects.requireNonNull(device).destroyForcibly().waitFor();
    }

    /** After the cut, when nobody works on it any more. */
    void unplug() throws Exception {
        Command.run("umount", "-l", mount.toString());
        Command.run("umount", "-l", folder.resolve("device-" + plugged).toString());
    }

    /** As a machine that is shut down in order. */
    void shutDown() throws Exception {
        Command.run("umount", mount.toString());
        Process server = Objects.requireNonNull(device);
        Command.run("umount", folder.resolve("device-" + plugged).toString());
        if (!server.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
            server.destroyForcibly().waitFor();
        }
        Process disk = Objects.requireNonNull(memory);
        disk.destroy();
        disk.waitFor();
    }

    private Process started(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()))
                .start();
    }

    private void await(Path file) throws IOException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.exists(file)) {
            if (System.nanoTime() > until) {
                throw new IOException("The disk does not come: " + Files.readString(folder.resolve("said")));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() throws Exception {
        if (memory != null && memory.isAlive()) {
            cut();
            unplug();
        }
        org.springframework.util.FileSystemUtils.deleteRecursively(folder);
        Files.deleteIfExists(mount);
    }
}
