package org.fangxin.document.internal.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The SM2 key by which this installation signs its archives (GM/T 0003, with SM3). Made when the first archive is packed;
 * lies beside the other secrets. One line each: private key, public key.
 */
@Component
class DossierKey {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final String ALGORITHM = "SM3withSM2";

    private final Path file;

    DossierKey(@Value("${fangxin.home:./var}") Path home) {
        this.file = home.resolve("secrets").resolve("dossier-sm2.txt").toAbsolutePath();
    }

    /** X.509 in Base64. */
    synchronized String publicKey() {
        return lines().get(1);
    }

    /** The public key, unless this installation has packed nothing yet. */
    synchronized String knownKey() {
        return Files.exists(file) ? publicKey() : "";
    }

    synchronized byte[] sign(byte[] content) {
        try {
            PrivateKey own = KeyFactory.getInstance("EC", PROVIDER)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines().getFirst())));
            Signature signature = Signature.getInstance(ALGORITHM, PROVIDER);
            signature.initSign(own);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign an archive", e);
        }
    }

    static boolean holds(String key, byte[] content, byte[] signed) {
        try {
            PublicKey theirs = KeyFactory.getInstance("EC", PROVIDER)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
            Signature signature = Signature.getInstance(ALGORITHM, PROVIDER);
            signature.initVerify(theirs);
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return false;
        }
    }

    private List<String> lines() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the key of archives", unreadable);
        }
    }

    /** Written whole under another name first: two processes end with one key, never with half of one. */
    private void make() throws IOException {
        KeyPair pair;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SM2", e);
        }
        Base64.Encoder base64 = Base64.getEncoder();
        String text = base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path part = Files.createTempFile(
                file.getParent(),
                "dossier",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                part,
                text.getBytes(StandardCharsets.US_ASCII),
                Set.of(StandardOpenOption.WRITE).toArray(StandardOpenOption[]::new));
        try {
            Files.createLink(file, part);
        } catch (java.nio.file.FileAlreadyExistsException another) {
            // another process was first: its key is the installation's
        } finally {
            Files.delete(part);
        }
    }
}
