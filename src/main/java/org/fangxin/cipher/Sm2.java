package org.fangxin.cipher;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.RuntimeCryptoException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;

/** SM2: encryption of short secrets (GB/T 32918.4, C1C3C2), which the private key reads, and signatures, which it makes. */
final class Sm2 {
    private static final ECDomainParameters CURVE = curve();
    private static final int PRIVATE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A pair: the public point uncompressed, the private number in 32 bytes. */
    record Pair(byte[] publicKey, byte[] privateKey) {}

    private Sm2() {}

    static Pair fresh() {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, RANDOM));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        BigInteger secret = ((ECPrivateKeyParameters) pair.getPrivate()).getD();
        return new Pair(
                ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false),
                BigIntegers.asUnsignedByteArray(PRIVATE_BYTES, secret));
    }

    static byte[] wrap(byte[] publicKey, byte[] secret) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        var point = CURVE.getCurve().decodePoint(publicKey);
        engine.init(true, new ParametersWithRandom(new ECPublicKeyParameters(point, CURVE), RANDOM));
        try {
            return engine.processBlock(secret, 0, secret.length);
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("encryption failed", impossible);
        }
    }

    static byte[] unwrap(byte[] privateKey, byte[] wrapped) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        try {
            engine.init(false, new ECPrivateKeyParameters(new BigInteger(1, privateKey), CURVE));
            return engine.processBlock(wrapped, 0, wrapped.length);
        } catch (InvalidCipherTextException | RuntimeCryptoException | IllegalArgumentException broken) {
            throw new SealBroken("a wrapped key was changed or belongs to another pair");
        }
    }

    /** The public half of a private one, uncompressed. */
    static byte[] publicOf(byte[] privateKey) {
        return CURVE.getG().multiply(new BigInteger(1, privateKey)).normalize().getEncoded(false);
    }

    /** Signature with SM3 (GB/T 32918.2), in DER, by the usual name 1234567812345678. */
    static byte[] sign(byte[] privateKey, byte[] text) {
        SM2Signer signer = new SM2Signer();
        var key = new ECPrivateKeyParameters(new BigInteger(1, privateKey), CURVE);
        signer.init(true, new ParametersWithRandom(key, RANDOM));
        signer.update(text, 0, text.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException impossible) {
            throw new IllegalStateException("signing failed", impossible);
        }
    }

    static boolean verify(byte[] publicKey, byte[] text, byte[] signature) {
        SM2Signer signer = new SM2Signer();
        signer.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(publicKey), CURVE));
        signer.update(text, 0, text.length);
        return signer.verifySignature(signature);
    }

    private static ECDomainParameters curve() {
        X9ECParameters named = CustomNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }
}
