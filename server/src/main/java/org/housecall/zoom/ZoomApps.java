package org.housecall.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The Zoom apps of clinics and of the installation. An owner is a clinic, or {@link CurrentClinic#NONE} for the installation. */
@Repository
public class ZoomApps {

    private static final String SELECT = """
            select id, clinic_id, kind, client_id, zoom_account_id, webhook_secret is not null as webhook_secret_set,
              previous_webhook_secret_until, heard_at, waiting_room_events, plan
            from zoom_app
            """;

    /** Zoom repeats a delivery for 85 minutes, signing with the secret of that moment; the rest is for people to compare and change back. */
    private static final Duration ROTATION = Duration.ofDays(1);

    private static final RowMapper<ZoomApp> ROW = new SimplePropertyRowMapper<>(ZoomApp.class);

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    ZoomApps(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    /** The app with credentials under this id; an app whose credentials were removed is none. */
    Optional<ZoomApp> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ? and client_id is not null")
                .param(id)
                .query(ROW)
                .optional();
    }

    public Optional<ZoomApp> of(UUID owner, ZoomApp.Kind kind) {
        return find(ZoomApp.idOf(owner, kind));
    }

    /** The app that counts in the current clinic: a clinic with any app of its own uses its own only, every other one the installation's. */
    public Optional<ZoomApp> effective(ZoomApp.Kind kind) {
        return of(effectiveOwner(CurrentClinic.idOrNone()), kind);
    }

    /** Whose app counts for an owner. */
    public UUID effectiveOwner(UUID owner) {
        return hasAny(owner) ? owner : CurrentClinic.NONE;
    }

    public boolean hasAny(UUID owner) {
        return of(owner, ZoomApp.Kind.GENERAL).isPresent()
                || of(owner, ZoomApp.Kind.SERVER_TO_SERVER).isPresent();
    }

    String clientSecret(ZoomApp app) {
        byte[] secret = jdbc.sql("select client_secret from zoom_app where id = ?")
                .param(app.id())
                .query(byte[].class)
                .single();
        return box.open(secret, clientSecretContext(app.id()));
    }

    /** The secrets that Zoom may sign with, the current one first; none where none is stored. */
    List<WebhookSecret> webhookSecrets(UUID appId) {
        return jdbc.sql("""
                        select webhook_secret, case when previous_webhook_secret_until > ? then previous_webhook_secret end as previous
                        from zoom_app where id = ? and webhook_secret is not null""")
                .params(OffsetDateTime.now(clock), appId)
                .query((row, number) -> {
                    List<WebhookSecret> secrets = new ArrayList<>();
                    secrets.add(new WebhookSecret(
                            box.open(row.getBytes("webhook_secret"), webhookSecretContext(appId)), true));
                    Optional.ofNullable(
                                    box.openIfPresent(row.getBytes("previous"), previousWebhookSecretContext(appId)))
                            .ifPresent(secret -> secrets.add(new WebhookSecret(secret, false)));
                    return secrets;
                })
                .optional()
                .orElse(List.of());
    }

    /** A notification came that was signed with the current secret. Noted once a minute: many may come at a time. */
    void heard(UUID appId) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("update zoom_app set heard_at = ? where id = ? and (heard_at is null or heard_at < ?)")
                .params(now, appId, now.minusMinutes(1))
                .update();
    }

    /** What came before says nothing about the app as it is now. */
    void forgetHeard(UUID appId) {
        jdbc.sql("update zoom_app set heard_at = null where id = ?")
                .param(appId)
                .update();
    }

    /** Keeps the current webhook secret for a while beside the one that takes its place. */
    @Transactional
    void keepWebhookSecret(UUID appId) {
        Optional<String> current = webhookSecrets(appId).stream()
                .filter(WebhookSecret::current)
                .map(WebhookSecret::value)
                .findFirst();
        jdbc.sql(
                        "update zoom_app set previous_webhook_secret = :secret, previous_webhook_secret_until = :until where id = :id")
                .param("secret", box.sealIfPresent(current.orElse(null), previousWebhookSecretContext(appId)))
                .param(
                        "until",
                        current.isEmpty() ? null : OffsetDateTime.now(clock).plus(ROTATION))
                .param("id", appId)
                .update();
    }

    /** The previous webhook secret counts no longer. */
    @Transactional
    void forgetPreviousWebhookSecret(UUID appId) {
        jdbc.sql(
                        "update zoom_app set previous_webhook_secret = null, previous_webhook_secret_until = null where id = ?")
                .param(appId)
                .update();
    }

    /** Wipes secrets whose rotation has run out. */
    void forgetPreviousWebhookSecrets() {
        jdbc.sql("""
                        update zoom_app set previous_webhook_secret = null, previous_webhook_secret_until = null
                        where previous_webhook_secret_until <= ?""").param(OffsetDateTime.now(clock)).update();
    }

    /** Stores credentials; a secret left out stays as it is. */
    @Transactional
    void save(UUID owner, ZoomApp.Kind kind, AppCredentials credentials) {
        UUID id = ZoomApp.idOf(owner, kind);
        // The stored secret is looked up for the insert already: what would be inserted is held to the table's check.
        jdbc.sql("""
                        insert into zoom_app (id, clinic_id, kind, client_id, client_secret, webhook_secret, zoom_account_id, plan, created_at)
                        values (:id, :clinic, :kind, :client,
                          coalesce(:secret, (select client_secret from zoom_app where id = :id)), :webhook, :account,
                          coalesce(cast(:plan as text), 'PRO'), :now)
                        on conflict (id) do update set
                          client_id = excluded.client_id,
                          client_secret = excluded.client_secret,
                          webhook_secret = coalesce(excluded.webhook_secret, zoom_app.webhook_secret),
                          zoom_account_id = excluded.zoom_account_id,
                          plan = coalesce(cast(:plan as text), zoom_app.plan)""")
                .param("id", id)
                .param("clinic", owner.equals(CurrentClinic.NONE) ? null : owner)
                .param("kind", kind.name())
                .param("client", credentials.clientId())
                .param("secret", box.sealIfPresent(credentials.clientSecret(), clientSecretContext(id)))
                .param("webhook", box.sealIfPresent(credentials.webhookSecret(), webhookSecretContext(id)))
                .param("account", credentials.accountId())
                .param(
                        "plan",
                        credentials.plan() == null ? null : credentials.plan().name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void wantWaitingRoomEvents(UUID appId, boolean wanted) {
        jdbc.sql("update zoom_app set waiting_room_events = ? where id = ?")
                .params(wanted, appId)
                .update();
    }

    /** Wipes credentials; the row stays, and with it the webhook address. */
    @Transactional
    void remove(UUID owner, ZoomApp.Kind kind) {
        jdbc.sql("""
                        update zoom_app set client_id = null, client_secret = null, webhook_secret = null, zoom_account_id = null,
                          previous_webhook_secret = null, previous_webhook_secret_until = null, heard_at = null,
                          waiting_room_events = false
                        where id = ?""").param(ZoomApp.idOf(owner, kind)).update();
    }

    static String clientSecretContext(UUID appId) {
        return "zoom-app/" + appId + "/client-secret";
    }

    static String webhookSecretContext(UUID appId) {
        return "zoom-app/" + appId + "/webhook-secret";
    }

    static String previousWebhookSecretContext(UUID appId) {
        return "zoom-app/" + appId + "/previous-webhook-secret";
    }

    /** What Zoom signs with, or signed with until it was changed there. */
    record WebhookSecret(String value, boolean current) {

        @Override
        public String toString() {
            return "WebhookSecret[" + (current ? "current" : "previous") + "]";
        }
    }

    /**
     * Credentials as somebody entered them.
     *
     * @param clientSecret null: keep the stored one
     * @param webhookSecret null: keep the stored one
     * @param accountId of a Server-to-Server app
     * @param plan null: keep the stored one
     */
    public record AppCredentials(
            String clientId,
            @Nullable String clientSecret,
            @Nullable String webhookSecret,
            @Nullable String accountId,
            @Nullable ZoomPlan plan) {

        @Override
        public String toString() {
            return "AppCredentials[" + clientId + "]";
        }
    }
}
