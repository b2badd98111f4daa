package org.zoomsandbox.world;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tokens that look like Zoom's own: long, signed, and opaque to whoever receives them. */
public final class Jwt {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key = new SecretKeySpec(Dice.bytes(32), "HmacSHA512");

    /** Signs the claims. */
    public String mint(ObjectNode claims) {
        var header = Json.object()
                .put("alg", "HS512")
                .put("v", "2.0")
                .put("kid", Dice.text(16))
                .put("typ", "JWT");
        var body = encode(header.toString()) + "." + encode(claims.toString());
        return body + "." + signature(body);
    }

    /** The claims of a token this sandbox signed, or null. */
    public @Nullable ObjectNode claims(String token) {
        var end = token.lastIndexOf('.');
        if (end < 0 || !same(signature(token.substring(0, end)), token.substring(end + 1))) {
            return null;
        }
        var claims = token.substring(token.indexOf('.') + 1, end);
        return Json.parseObject(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
    }

    private String signature(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(key);
            return ENCODER.encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
