package org.zoomsandbox.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.zoomsandbox.world.Dice;
import org.zoomsandbox.world.Site;

/** Carries one signed body to one address and waits three seconds for the answer. */
final class Postman implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    /** What came back; status 0 with an error means nothing did. */
    record Receipt(int status, String body, @Nullable String error) {}

    private final Site site;
    private final HttpClient client;

    Postman(Site site, ExecutorService threads) {
        this.site = site;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(DEADLINE)
                .executor(threads)
                .build();
    }

    Receipt carry(String url, String requestId, String clientId, String body, long timestamp, String signature) {
        try {
            var target = URI.create(url);
            if (!site.reachable(target)) {
                return new Receipt(0, "", "refused: not https");
            }
            var request = HttpRequest.newBuilder(target)
                    .timeout(DEADLINE)
                    .header("user-agent", "Zoom Marketplace/1.0a")
                    .header("content-type", "application/json; charset=utf-8")
                    .header("clientid", clientId)
                    .header("x-zm-trackingid", "v=2.0;clid=us06;rid=WEBHOOK_" + Dice.text(12))
                    .header("x-zm-request-id", requestId)
                    .header("x-zm-request-timestamp", Long.toString(timestamp))
                    .header("x-zm-signature", signature)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Receipt(response.statusCode(), response.body(), null);
        } catch (IOException | IllegalArgumentException e) {
            return new Receipt(0, "", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Receipt(0, "", "interrupted");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
