package org.fangxin.cipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The private half of the reporters' key, sealed with SM4-GCM under a key that Argon2id makes of a pass-phrase. Two lines of
 * base64: salt, sealed key. The first pass-phrase is drawn at random and laid beside it for the keeper to take away.
 */
@Component
class LockedKey {
    private static final int SALT = 16;
    private static final int MEMORY_KIB = 64 << 10;
    private static final int PASSES = 3;
    private static final int GROUPS = 5;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path path;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    LockedKey(@Value("${fangxin.reporter-key-file:}") String file, @Value("${fangxin.home:./var}") Path home) {
        this(file.isBlank() ? home.resolve("secrets").resolve("reporter-key.txt") : Path.of(file));
    }

    LockedKey(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    boolean present() {
        return Files.exists(path);
    }

    /** Where the first pass-phrase waits for the keeper. */
    private Path firstPassphrase() {
        return path.resolveSibling("reporter-passphrase.txt");
    }

    void write(Sm2.Pair pair) throws IOException {
        String first = drawn();
        SecretFile.write(firstPassphrase(), first + "\n");
        write(pair.privateKey(), pair.publicKey(), first.toCharArray());
    }

    private void write(byte[] secret, byte[] publicKey, char[] passphrase) throws IOException {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] sealed = Sm4Gcm.seal(stretched(passphrase, salt), secret, publicKey);
        Base64.Encoder base64 = Base64.getEncoder();
        SecretFile.write(
                path,
                base64.encodeToString(salt) + "\n" + base64.encodeToString(sealed) + "\n"
                        + base64.encodeToString(publicKey) + "\n");
    }

    /** @param publicKey the half that the value was sealed with */
    byte[] unlock(char[] passphrase, byte[] publicKey) {
        try {
            List<String> lines = Files.readAllLines(path, StandardCharsets.US_ASCII);
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] key = stretched(passphrase, base64.decode(lines.get(0)));
            return Sm4Gcm.open(key, base64.decode(lines.get(1)), publicKey);
        } catch (SealBroken wrong) {
            throw new WrongPassphrase();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the reporters' key", unreadable);
        }
    }

    void change(char[] old, char[] fresh) throws IOException {
        List<String> lines = Files.readAllLines(path, StandardCharsets.US_ASCII);
        byte[] publicKey = Base64.getDecoder().decode(lines.get(2));
        byte[] secret = unlock(old, publicKey);
        write(secret, publicKey, fresh);
        Arrays.fill(secret, (byte) 0);
        Files.deleteIfExists(firstPassphrase());
    }

    /** 25 letters in five groups: more than 120 bits. */
    private String drawn() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUPS; i++) {
            words.append(i > 0 && i % GROUPS == 0 ? "-" : "");
            words.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return words.toString();
    }

    private static byte[] stretched(char[] passphrase, byte[] salt) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .build());
        byte[] key = new byte[Sm4Gcm.KEY_BYTES];
        argon.generateBytes(passphrase, key);
        return key;
    }
}
