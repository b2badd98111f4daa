package org.housecall.zoom;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.jobs.Jobs;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Takes what Zoom tells of its own accord: verified, reduced to what is needed, put down for a job, and acknowledged. Zoom
 * waits three seconds, and repeats for 85 minutes what was not taken.
 */
@Service
public class Webhooks {

    /** Where Zoom delivers; an app's id follows. */
    public static final String PATH = "/zoom/webhooks/";

    private final ZoomApps apps;
    private final WebhookSecrets webhookSecrets;
    private final Deliveries deliveries;
    private final Reduction reduction;
    private final ZoomEvents events;
    private final Observations observations;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Webhooks(
            ZoomApps apps,
            WebhookSecrets webhookSecrets,
            Deliveries deliveries,
            Reduction reduction,
            ZoomEvents events,
            Observations observations,
            Jobs jobs,
            TransactionTemplate transactions,
            Clock clock) {
        this.apps = apps;
        this.webhookSecrets = webhookSecrets;
        this.deliveries = deliveries;
        this.reduction = reduction;
        this.events = events;
        this.observations = observations;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The headers that Zoom sends along. */
    public record Headers(
            @Nullable String signature,
            @Nullable String timestamp,
            @Nullable String requestId) {}

    /** Our proof that we hold the secret. */
    public record Challenge(String plainToken, String encryptedToken) {}

    /** Takes a delivery. A challenge is answered only where it is signed itself: else we would sign for anyone. */
    public Optional<Challenge> receive(UUID appId, Headers headers, byte[] body) {
        ZoomApp app = apps.find(appId).orElseThrow(Problem::notFound);
        WebhookSecrets.WebhookSecret secret = signer(appId, headers, body);
        JsonNode event = Fields.object(body);
        if ("endpoint.url_validation".equals(Fields.text(event, "event"))) {
            observations.note(appId, Observation.Fact.URL_VALIDATED);
            return Optional.ofNullable(Fields.text(event.path("payload"), "plainToken"))
                    .map(token -> new Challenge(
                            token, WebhookSignature.hmac(secret.value(), token.getBytes(StandardCharsets.UTF_8))));
        }
        if (secret.current()) {
            observations.note(appId, Observation.Fact.EVENT_HEARD);
        }
        reduction
                .of(app, event)
                .ifPresent(reduced -> keep(reduced, Deliveries.Delivery.of(appId, headers.requestId(), body)));
        return Optional.empty();
    }

    /** The secret it is signed with: the current one, or while that is being changed, the one before. */
    private WebhookSecrets.WebhookSecret signer(UUID appId, Headers headers, byte[] body) {
        List<WebhookSecrets.WebhookSecret> secrets = webhookSecrets.of(appId);
        if (secrets.isEmpty()) {
            // Zoom repeats what it got a 5xx for, and gives up on a 4xx: a missing secret is our omission.
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "zoom-webhook-secret-missing");
        }
        Instant now = clock.instant();
        return secrets.stream()
                .filter(secret ->
                        WebhookSignature.matches(secret.value(), headers.signature(), headers.timestamp(), body, now))
                .findFirst()
                .orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "zoom-webhook-unsigned"));
    }

    /** The event, its job and the note that it came: all or none, so that Zoom delivers again what got lost here. */
    private void keep(Reduction.Reduced reduced, Deliveries.Delivery delivery) {
        UUID clinicId = reduced.clinicId() == null ? CurrentClinic.NONE : reduced.clinicId();
        transactions.executeWithoutResult(_ -> {
            if (deliveries.isNew(delivery)) {
                events.add(reduced.event());
                jobs.enqueueIn(
                        clinicId,
                        EventFollowing.KIND,
                        reduced.event().id(),
                        reduced.event().occurredAt().toEpochMilli());
            }
        });
    }
}
