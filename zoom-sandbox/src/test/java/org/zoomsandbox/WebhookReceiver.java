package org.zoomsandbox;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zoomsandbox.world.Json;
import tools.jackson.databind.JsonNode;

/** An app's webhook address, which answers challenges and keeps what it gets. */
final class WebhookReceiver implements AutoCloseable {

    /** A notification as it came. */
    record Received(String requestId, long timestamp, String signature, String body) {

        JsonNode json() {
            return Json.MAPPER.readTree(body);
        }

        String event() {
            return json().path("event").asString();
        }

        JsonNode object() {
            return json().path("payload").path("object");
        }

        boolean signedWith(String secret) {
            return signature.equals("v0=" + hmac(secret, "v0:" + timestamp + ":" + body));
        }
    }

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch patience = new CountDownLatch(1);
    private final Javalin server;
    private volatile boolean silent;
    private volatile String secret = SandboxClient.APP + "Hook";

    WebhookReceiver() {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.post("/hook", this::receive);
        });
        server.start("127.0.0.1", 0);
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/hook";
    }

    /** Answers the next notifications with these statuses, and all later ones with 204. */
    void answer(int... statuses) {
        for (var status : statuses) {
            answers.add(status);
        }
    }

    void know(String changed) {
        secret = changed;
    }

    /** Takes notifications without ever answering. */
    void fallSilent() {
        silent = true;
    }

    Received next() {
        try {
            return Objects.requireNonNull(received.poll(10, TimeUnit.SECONDS), "nothing came");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Received next(String event) {
        var found = next();
        while (!found.event().equals(event)) {
            found = next();
        }
        return found;
    }

    boolean idle() {
        return received.isEmpty();
    }

    @Override
    public void close() {
        patience.countDown();
        server.stop();
    }

    private void receive(Context context) throws InterruptedException {
        var body = new String(context.bodyAsBytes(), StandardCharsets.UTF_8);
        var json = Json.MAPPER.readTree(body);
        received.add(new Received(
                Objects.requireNonNull(context.header("x-zm-request-id")),
                Long.parseLong(Objects.requireNonNull(context.header("x-zm-request-timestamp"))),
                Objects.requireNonNull(context.header("x-zm-signature")),
                body));
        if (json.path("event").asString().equals("endpoint.url_validation")) {
            var token = json.path("payload").path("plainToken").asString();
            context.result(Json.object()
                    .put("plainToken", token)
                    .put("encryptedToken", hmac(secret, token))
                    .toString());
            return;
        }
        if (silent) {
            patience.await();
        }
        context.status(Objects.requireNonNullElse(answers.poll(), 204));
    }

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
