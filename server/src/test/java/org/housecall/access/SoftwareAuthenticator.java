package org.housecall.access;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * A browser with an authenticator that holds one passkey, written after the specification alone: it shares no code with
 * what checks its answers. What it says wrong, it says on purpose.
 */
final class SoftwareAuthenticator {

    static final String ORIGIN = "http://localhost:8080";

    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int KEY_INCLUDED = 0x40;

    private final KeyPair keys = newKeys();
    private final byte[] id = random();
    private String user = "";

    String origin = ORIGIN;
    String host = "localhost";
    boolean verifiesUser = true;
    boolean synced;
    int count;

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    String id() {
        return base64url(id);
    }

    void setUser(String handle) {
        user = handle;
    }

    /** What {@code navigator.credentials.create} gives, as JSON. */
    Map<String, Object> make(JsonNode options) {
        user = options.at("/user/id").asString();
        byte[] data = bytes(authenticatorData(KEY_INCLUDED), new byte[16], new byte[] {0, (byte) id.length}, id, key());
        Map<String, Object> attestation = Map.of("fmt", "none", "attStmt", Map.of(), "authData", data);
        return Map.of(
                "id",
                id(),
                "rawId",
                id(),
                "type",
                "public-key",
                "clientExtensionResults",
                Map.of("credProps", Map.of("rk", true)),
                "response",
                Map.of(
                        "clientDataJSON",
                        base64url(clientData("webauthn.create", options)),
                        "attestationObject",
                        base64url(CBORMapper.builder().build().writeValueAsBytes(attestation)),
                        "transports",
                        List.of("internal", "hybrid")));
    }

    /** What {@code navigator.credentials.get} gives, as JSON. */
    Map<String, Object> sign(JsonNode options) {
        byte[] client = clientData("webauthn.get", options);
        byte[] data = authenticatorData(0);
        Map<String, String> response = new HashMap<>(Map.of(
                "clientDataJSON", base64url(client),
                "authenticatorData", base64url(data),
                "signature", base64url(signature(bytes(data, sha256(client)))),
                "userHandle", user));
        return Map.of("id", id(), "rawId", id(), "type", "public-key", "response", response);
    }

    private byte[] clientData(String type, JsonNode options) {
        return JsonMapper.builder()
                .build()
                .writeValueAsBytes(Map.of(
                        "type",
                        type,
                        "challenge",
                        options.path("challenge").asString(),
                        "origin",
                        origin,
                        "crossOrigin",
                        false));
    }

    private byte[] authenticatorData(int more) {
        int flags =
                USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0) | (synced ? BACKUP_ELIGIBLE | BACKED_UP : 0) | more;
        byte[] counted = ByteBuffer.allocate(Integer.BYTES).putInt(count).array();
        return bytes(sha256(host.getBytes(StandardCharsets.UTF_8)), new byte[] {(byte) flags}, counted);
    }

    /** COSE: kind EC2, algorithm ES256, curve P-256, then the point. */
    private byte[] key() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return bytes(
                new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
                coordinate(key.getW().getAffineX()),
                new byte[] {0x22, 0x58, 0x20},
                coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] coordinate = new byte[32];
        int length = Math.min(bytes.length, coordinate.length);
        System.arraycopy(bytes, bytes.length - length, coordinate, coordinate.length - length, length);
        return coordinate;
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
