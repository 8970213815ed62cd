package org.fangxin.intake.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.KeyRing;
import org.fangxin.cipher.Sm3;
import org.fangxin.cipher.SoftwareDevice;
import tools.jackson.databind.json.JsonMapper;

/** The sealed files of a home, opened with its keys beside the program. */
public final class SealedEvidence {
    private final FileVault vault;

    public SealedEvidence(Path home) throws IOException {
        KeyRing ring = KeyRing.open(home.resolve("secrets/keys.json"), JsonMapper.shared(), InstantSource.system());
        this.vault = new FileVault(home, new Ciphers(new SoftwareDevice(ring)));
    }

    /**
     * The SM3 of a file's whole content.
     *
     * @throws org.fangxin.cipher.SealBroken when it is not as it was written
     */
    public String sm3(String id) throws IOException {
        MessageDigest digest = Sm3.digest();
        try (InputStream in = new DigestInputStream(vault.open(id), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
