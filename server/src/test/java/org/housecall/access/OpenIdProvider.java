package org.housecall.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.housecall.platform.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A provider that a clinic's people sign in at, on loopback: as it must be, unless a test makes it lie. */
final class OpenIdProvider implements AutoCloseable {

    static final String CLIENT = "housecall-client";
    static final String SECRET = "provider-secret-5f2b8c";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RSAKey KEY = key("right");
    private static final RSAKey ANOTHER_KEY = key("right");

    /** By what a token is signed. */
    enum Signing {
        RIGHT,
        ANOTHER_KEY,
        NONE,
        CLIENT_SECRET
    }

    Signing signing = Signing.RIGHT;
    UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    String secret = SECRET;

    @Nullable
    String calledIssuer;

    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    OpenIdProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, description()));
        server.createContext("/jwks", exchange -> answer(exchange, 200, new JWKSet(KEY.toPublicJWK()).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private Map<String, Object> description() {
        return Map.of(
                "issuer",
                Objects.requireNonNullElse(calledIssuer, issuer()),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/jwks",
                "response_types_supported",
                new String[] {"code"},
                "subject_types_supported",
                new String[] {"public"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256"});
    }

    /** Somebody follows the address and signs in there; where their browser is sent back to, as a path. */
    String signIn(String authorizeUrl, String subject) {
        return answerTo(authorizeUrl + "&test_subject=" + subject);
    }

    /** Somebody follows the address and says no. */
    String decline(String authorizeUrl) {
        return answerTo(authorizeUrl + "&test_error=access_denied");
    }

    private static String answerTo(String url) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = browser.send(
                    HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
            URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
            return back.getRawPath() + "?" + back.getRawQuery();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        UriComponentsBuilder back = UriComponentsBuilder.fromUriString(need(asked, "redirect_uri"))
                .queryParam("state", need(asked, "state"));
        if (asked.containsKey("test_error")) {
            back.queryParam("error", need(asked, "test_error"));
        } else {
            String code = UUID.randomUUID().toString();
            codes.put(code, asked);
            back.queryParam("code", code);
        }
        exchange.getResponseHeaders().set("Location", back.toUriString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String credentials =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
        if (!credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, Map.of("error", "invalid_client"));
            return;
        }
        Map<String, String> asked = codes.remove(need(sent, "code"));
        if (asked == null
                || !need(asked, "redirect_uri").equals(need(sent, "redirect_uri"))
                || !need(asked, "code_challenge").equals(challenge(need(sent, "code_verifier")))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "access_token",
                        "of no use",
                        "token_type",
                        "Bearer",
                        "id_token",
                        idToken(asked).serialize()));
    }

    private JWT idToken(Map<String, String> asked) {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(need(asked, "test_subject"))
                .audience(CLIENT)
                .issueTime(inSeconds(0))
                .expirationTime(
                        Date.from(Instant.now(java.time.Clock.systemUTC()).plusSeconds(300)))
                .claim("nonce", need(asked, "nonce"));
        if (asked.containsKey("max_age")) {
            builder.claim("auth_time", System.currentTimeMillis() / 1000);
        }
        JWTClaimsSet set = claims.apply(builder).build();
        try {
            return switch (signing) {
                case RIGHT -> signed(set, KEY);
                case ANOTHER_KEY -> signed(set, ANOTHER_KEY);
                case NONE -> new PlainJWT(set);
                case CLIENT_SECRET -> {
                    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set);
                    token.sign(new MACSigner(Secret.hash(SECRET)));
                    yield token;
                }
            };
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SignedJWT signed(JWTClaimsSet set, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set);
        token.sign(new RSASSASigner(key));
        return token;
    }

    static Date inSeconds(long seconds) {
        return Date.from(Instant.now(Clock.systemUTC()).plusSeconds(seconds));
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash(verifier));
    }

    private static String need(Map<String, String> form, String name) {
        return Objects.requireNonNull(form.get(name), name);
    }

    private static Map<String, String> form(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return values;
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
