package org.housecall.zoom;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.housecall.clinics.SampleClinics;
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
            select id, clinic_id, kind, %s as client_id, zoom_account_id, webhook_secret is not null as webhook_secret_set,
              previous_webhook_secret_until, waiting_room_events, lists_meetings, plan,
              (select max(seen_at) from zoom_observation where app_id = zoom_app.id and fact = 'EVENT_HEARD') as heard_at
            from zoom_app
            """;

    private static final String CLIENT_IN_USE =
            "case when development_in_use then development_client_id else client_id end";

    private static final RowMapper<ZoomApp> ROW = new SimplePropertyRowMapper<>(ZoomApp.class);

    private final JdbcClient jdbc;
    private final SampleClinics samples;
    private final SecretBox box;
    private final Clock clock;

    ZoomApps(JdbcClient jdbc, SampleClinics samples, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.samples = samples;
        this.box = box;
        this.clock = clock;
    }

    /** The app with credentials under this id, of its pairs the one in use; an app whose credentials were removed is none. */
    Optional<ZoomApp> find(UUID id) {
        return jdbc.sql(SELECT.formatted(CLIENT_IN_USE) + "where id = ? and client_id is not null")
                .param(id)
                .query(ROW)
                .optional();
    }

    /** The app as it speaks with one of its client ids, whichever is in use; none where that is stored no longer. */
    Optional<ZoomApp> find(UUID id, String clientId) {
        return jdbc.sql(SELECT.formatted("cast(:client as text)")
                        + "where id = :id and :client in (client_id, development_client_id)")
                .param("id", id)
                .param("client", clientId)
                .query(ROW)
                .optional();
    }

    /** The client ids of an app's pairs; none where its credentials were removed. */
    public Optional<Pairs> pairs(UUID id) {
        return jdbc.sql("""
                        select client_id, development_client_id, development_in_use from zoom_app
                        where id = ? and client_id is not null""")
                .param(id)
                .query((row, number) -> new Pairs(
                        row.getString("client_id"),
                        row.getString("development_client_id"),
                        row.getBoolean("development_in_use") ? Pair.DEVELOPMENT : Pair.PRODUCTION))
                .optional();
    }

    public Optional<ZoomApp> of(UUID owner, ZoomApp.Kind kind) {
        return find(ZoomApp.idOf(owner, kind));
    }

    /**
     * The app that counts in the current clinic: a clinic with any app of its own uses its own only, every other one the
     * installation's. A sample clinic uses that of whom it was made for, whatever may be stored for itself.
     */
    public Optional<ZoomApp> effective(ZoomApp.Kind kind) {
        return of(effectiveOwner(CurrentClinic.idOrNone()), kind);
    }

    /** Whose app counts for an owner. */
    public UUID effectiveOwner(UUID owner) {
        UUID shown = samples.ownerOf(owner).orElse(owner);
        return hasAny(shown) ? shown : CurrentClinic.NONE;
    }

    public boolean hasAny(UUID owner) {
        return of(owner, ZoomApp.Kind.GENERAL).isPresent()
                || of(owner, ZoomApp.Kind.SERVER_TO_SERVER).isPresent();
    }

    String clientSecret(ZoomApp app) {
        return clientSecret(app.id(), app.clientId()).orElseThrow();
    }

    /** The secret that belongs to one of an app's client ids. */
    Optional<String> clientSecret(UUID id, String clientId) {
        return jdbc.sql("""
                        select client_secret, development_client_secret, client_id = :client as production from zoom_app
                        where id = :id and :client in (client_id, development_client_id)""")
                .param("id", id)
                .param("client", clientId)
                .query((row, number) -> row.getBoolean("production")
                        ? box.open(row.getBytes("client_secret"), clientSecretContext(id))
                        : box.open(row.getBytes("development_client_secret"), developmentSecretContext(id)))
                .optional();
    }

    /** Stores both pairs of a General App, each complete, and which is in use. */
    @Transactional
    void savePairs(UUID id, Credentials production, @Nullable Credentials development, Pair inUse) {
        jdbc.sql("""
                        update zoom_app set client_id = :client, client_secret = :secret,
                          development_client_id = :developmentClient, development_client_secret = :developmentSecret,
                          development_in_use = :developmentInUse
                        where id = :id""")
                .param("id", id)
                .param("client", production.clientId())
                .param("secret", box.seal(production.secret(), clientSecretContext(id)))
                .param("developmentClient", development == null ? null : development.clientId())
                .param(
                        "developmentSecret",
                        development == null ? null : box.seal(development.secret(), developmentSecretContext(id)))
                .param("developmentInUse", inUse == Pair.DEVELOPMENT)
                .update();
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
                .param("webhook", box.sealIfPresent(credentials.webhookSecret(), WebhookSecrets.context(id)))
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

    void wantMeetingList(UUID appId, boolean wanted) {
        jdbc.sql("update zoom_app set lists_meetings = ? where id = ?")
                .params(wanted, appId)
                .update();
    }

    /** Wipes credentials; the row stays, and with it the webhook address. */
    @Transactional
    void remove(UUID owner, ZoomApp.Kind kind) {
        jdbc.sql("""
                        update zoom_app set client_id = null, client_secret = null, webhook_secret = null, zoom_account_id = null,
                          development_client_id = null, development_client_secret = null, development_in_use = false,
                          previous_webhook_secret = null, previous_webhook_secret_until = null,
                          waiting_room_events = false, lists_meetings = false
                        where id = ?""").param(ZoomApp.idOf(owner, kind)).update();
    }

    static String clientSecretContext(UUID appId) {
        return "zoom-app/" + appId + "/client-secret";
    }

    static String developmentSecretContext(UUID appId) {
        return "zoom-app/" + appId + "/development-client-secret";
    }

    /** Which of the two pairs of credentials that Zoom gives a General App. */
    public enum Pair {
        PRODUCTION,
        DEVELOPMENT
    }

    /**
     * The client ids of an app.
     *
     * @param inUse with which new authorizations begin; connections keep the one they were made with
     */
    public record Pairs(String production, @Nullable String development, Pair inUse) {

        boolean has(String clientId) {
            return clientId.equals(production) || clientId.equals(development);
        }
    }

    /** A pair that is complete. */
    record Credentials(String clientId, String secret) {

        @Override
        public String toString() {
            return "Credentials[" + clientId + "]";
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
