package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What Zoom signs each app's notifications with, and what it signed with until that was changed. */
@Repository
class WebhookSecrets {

    /** Zoom repeats a delivery for 85 minutes, signing with the secret of that moment; the rest is for people to compare and change back. */
    private static final Duration ROTATION = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    WebhookSecrets(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    /** The secrets that Zoom may sign with, the current one first; none where none is stored. */
    List<WebhookSecret> of(UUID appId) {
        return jdbc.sql("""
                        select webhook_secret, case when previous_webhook_secret_until > ? then previous_webhook_secret end as previous
                        from zoom_app where id = ? and webhook_secret is not null""")
                .params(OffsetDateTime.now(clock), appId)
                .query((row, number) -> {
                    List<WebhookSecret> secrets = new ArrayList<>();
                    secrets.add(new WebhookSecret(box.open(row.getBytes("webhook_secret"), context(appId)), true));
                    Optional.ofNullable(box.openIfPresent(row.getBytes("previous"), previousContext(appId)))
                            .ifPresent(secret -> secrets.add(new WebhookSecret(secret, false)));
                    return secrets;
                })
                .optional()
                .orElse(List.of());
    }

    /** Keeps the current webhook secret for a while beside the one that takes its place. */
    @Transactional
    void keepCurrent(UUID appId) {
        Optional<String> current = of(appId).stream()
                .filter(WebhookSecret::current)
                .map(WebhookSecret::value)
                .findFirst();
        jdbc.sql(
                        "update zoom_app set previous_webhook_secret = :secret, previous_webhook_secret_until = :until where id = :id")
                .param("secret", box.sealIfPresent(current.orElse(null), previousContext(appId)))
                .param(
                        "until",
                        current.isEmpty() ? null : OffsetDateTime.now(clock).plus(ROTATION))
                .param("id", appId)
                .update();
    }

    /** The previous webhook secret counts no longer. */
    @Transactional
    void forgetPrevious(UUID appId) {
        jdbc.sql(
                        "update zoom_app set previous_webhook_secret = null, previous_webhook_secret_until = null where id = ?")
                .param(appId)
                .update();
    }

    /** Wipes secrets whose rotation has run out. */
    void forgetExpired() {
        jdbc.sql("""
                        update zoom_app set previous_webhook_secret = null, previous_webhook_secret_until = null
                        where previous_webhook_secret_until <= ?""").param(OffsetDateTime.now(clock)).update();
    }

    static String context(UUID appId) {
        return "zoom-app/" + appId + "/webhook-secret";
    }

    static String previousContext(UUID appId) {
        return "zoom-app/" + appId + "/previous-webhook-secret";
    }

    /** What Zoom signs with, or signed with until it was changed there. */
    record WebhookSecret(String value, boolean current) {

        @Override
        public String toString() {
            return "WebhookSecret[" + (current ? "current" : "previous") + "]";
        }
    }
}
