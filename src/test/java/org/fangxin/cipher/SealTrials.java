package org.fangxin.cipher;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tools.jackson.databind.json.JsonMapper;

/** Sealed values taken to other places, their nonces counted, and their keys changed under those who read them. */
public final class SealTrials {
    private static final int NONCE_AT = 3;
    private static final int NONCE = 12;
    private static final int READERS = 3;
    private static final int VALUES_UNDER_ROTATION = 2_000;
    private static final int ROTATIONS = 5;

    /**
     * @param opened values that opened where they do not belong
     * @param noncesTwice nonces that were used before
     * @param reads that were made while keys changed
     * @param failedReads of those
     * @param outdated values that an earlier key sealed still, after all
     */
    public record Tally(int sealed, int opened, int noncesTwice, long reads, long failedReads, int outdated) {}

    private final KeyRing ring;
    private final FieldCipher cipher;
    private final Random random;

    private SealTrials(Path folder, boolean boundToPlaces, long seed) {
        this.ring = KeyRing.open(folder.resolve("keys.json"), JsonMapper.shared(), InstantSource.system());
        CipherDevice device = new SoftwareDevice(ring);
        this.cipher = new FieldCipher(boundToPlaces ? device : new Unbound(device), KeyUse.PARTY);
        this.random = new Random(seed);
    }

    /** @param boundToPlaces false: the twin, whose values know nothing of their place */
    public static Tally run(Path folder, boolean boundToPlaces, int values, long seed) throws Exception {
        SealTrials trials = new SealTrials(folder, boundToPlaces, seed);
        Set<ByteBuffer> nonces = new HashSet<>();
        int opened = 0;
        for (int i = 0; i < values; i++) {
            byte[] value = trials.cipher.encrypt("1380000" + i, place(i));
            nonces.add(ByteBuffer.wrap(Arrays.copyOfRange(value, NONCE_AT, NONCE_AT + NONCE)));
            opened += trials.opensAt(value, trials.elsewhere(i)) ? 1 : 0;
        }
        return trials.rotated(values, opened, values - nonces.size());
    }

    private boolean opensAt(byte[] value, Place place) {
        try {
            cipher.decrypt(value, place);
            return true;
        } catch (SealBroken broken) {
            return false;
        }
    }

    private Place elsewhere(int row) {
        return switch (random.nextInt(3)) {
            case 0 -> new Place("casefile.party", "phone", "1/P" + (row + 1 + random.nextInt(1_000)));
            case 1 -> new Place("casefile.party", "name", "1/P" + row);
            default -> new Place("casefile.partyphone", "", "1/P" + row);
        };
    }

    private static Place place(int row) {
        return new Place("casefile.party", "phone", "1/P" + row);
    }

    /** Values that some read while others seal them anew, under one key after another. */
    private Tally rotated(int sealed, int opened, int twice) throws Exception {
        AtomicReferenceArray<byte[]> values = new AtomicReferenceArray<>(VALUES_UNDER_ROTATION);
        for (int i = 0; i < values.length(); i++) {
            values.set(i, cipher.encrypt("text " + i, place(i)));
        }
        long[] reads = new long[2];
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            Reader[] reading = new Reader[READERS];
            List<Future<?>> running = new java.util.ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                reading[i] = new Reader(values, random.nextLong());
                running.add(readers.submit(reading[i]));
            }
            for (int round = 0; round < ROTATIONS; round++) {
                ring.rotate(KeyUse.PARTY);
                for (int i = 0; i < values.length(); i++) {
                    values.set(i, cipher.renew(values.get(i), place(i)));
                }
            }
            for (int i = 0; i < READERS; i++) {
                reading[i].goesOn = false;
                running.get(i).get();
                reads[0] += reading[i].reads;
                reads[1] += reading[i].failed;
            }
        }
        int outdated = 0;
        for (int i = 0; i < values.length(); i++) {
            outdated += cipher.isCurrent(values.get(i)) ? 0 : 1;
        }
        return new Tally(sealed, opened, twice, reads[0], reads[1], outdated);
    }

    private final class Reader implements Runnable {
        private final AtomicReferenceArray<byte[]> values;
        private final Random which;
        private volatile boolean goesOn = true;
        private long reads;
        private long failed;

        Reader(AtomicReferenceArray<byte[]> values, long seed) {
            this.values = values;
            this.which = new Random(seed);
        }

        @Override
        public void run() {
            do {
                int at = which.nextInt(values.length());
                reads++;
                try {
                    failed += cipher.decrypt(values.get(at), place(at)).equals("text " + at) ? 0 : 1;
                } catch (SealBroken broken) {
                    failed++;
                }
            } while (goesOn);
        }
    }

    /** A device that forgets what a value belongs to. */
    private record Unbound(CipherDevice device) implements CipherDevice {
        @Override
        public int activeKey(KeyUse use) {
            return device.activeKey(use);
        }

        @Override
        public List<Integer> keys(KeyUse use) {
            return device.keys(use);
        }

        @Override
        public byte[] seal(int key, byte[] plain, byte[] associated) {
            return device.seal(key, plain, new byte[0]);
        }

        @Override
        public byte[] open(int key, byte[] sealed, byte[] associated) {
            return device.open(key, sealed, new byte[0]);
        }

        @Override
        public byte[] mac(int key, byte[] data) {
            return device.mac(key, data);
        }
    }
}
