package org.housecall.zoom;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.MeetingProblem;
import org.housecall.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The connections of accounts with Zoom, and their tokens: encrypted, each bound to its app and account. With every
 * change of what a connection is good for, its account's meetings are looked at again, or neither happens.
 */
@Repository
public class Connections {

    private static final String SELECT = """
            select id, app_id, client_id, account_id, zoom_user_id, zoom_account_id, zoom_user_type, scopes, status, problem, token_version,
              access_expires_at, connected_at
            from zoom_connection
            """;

    private static final RowMapper<Connection> ROW = new SimplePropertyRowMapper<>(Connection.class);

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final ZoomHosts hosts;
    private final Relinks relinks;
    private final Jobs jobs;
    private final HostingChanges hosting;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Connections(
            JdbcClient jdbc,
            SecretBox box,
            ZoomHosts hosts,
            Relinks relinks,
            Jobs jobs,
            HostingChanges hosting,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.hosts = hosts;
        this.relinks = relinks;
        this.jobs = jobs;
        this.hosting = hosting;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Optional<Connection> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
    }

    public Optional<Connection> of(UUID appId, UUID accountId) {
        return jdbc.sql(SELECT + "where app_id = ? and account_id = ?")
                .params(appId, accountId)
                .query(ROW)
                .optional();
    }

    public Optional<Connection> ofZoomUser(UUID appId, String zoomUserId) {
        return jdbc.sql(SELECT + "where app_id = ? and zoom_user_id = ?")
                .params(appId, zoomUserId)
                .query(ROW)
                .optional();
    }

    /** As {@link #ofZoomUser}, locked until the transaction ends. */
    Optional<Connection> ofZoomUserLocked(UUID appId, String zoomUserId) {
        return jdbc.sql(SELECT + "where app_id = ? and zoom_user_id = ? for update")
                .params(appId, zoomUserId)
                .query(ROW)
                .optional();
    }

    List<Connection> ofApp(UUID appId) {
        return jdbc.sql(SELECT + "where app_id = ? order by id")
                .param(appId)
                .query(ROW)
                .list();
    }

    List<Connection> ofAccount(UUID accountId) {
        return jdbc.sql(SELECT + "where account_id = ? order by id")
                .param(accountId)
                .query(ROW)
                .list();
    }

    /** The scopes that an app holds in any of its working connections; empty where Zoom did not say, or nobody is connected. */
    public Set<String> grantedTo(UUID appId) {
        return ofApp(appId).stream()
                .filter(connection -> connection.status() == Connection.Status.CONNECTED)
                .flatMap(connection -> connection.grantedScopes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many connections were made with one of an app's client ids, and work. */
    public long madeWith(UUID appId, String clientId) {
        return ofApp(appId).stream()
                .filter(connection -> connection.status() == Connection.Status.CONNECTED)
                .filter(connection -> connection.clientId().equals(clientId))
                .count();
    }

    /** The address of the connected Zoom user; personal, for the doctor and the clinic's admins. */
    public Optional<String> zoomEmail(Connection connection) {
        return jdbc.sql("select zoom_email from zoom_connection where id = ? and zoom_email is not null")
                .param(connection.id())
                .query(byte[].class)
                .optional()
                .map(email -> box.open(email, context("email", connection)));
    }

    AccessToken accessToken(Connection connection) {
        return jdbc.sql("select access_token, api_url, token_version from zoom_connection where id = ?")
                .param(connection.id())
                .query((row, number) -> new AccessToken(
                        connection.appId(),
                        box.open(row.getBytes("access_token"), context("access", connection)),
                        hosts.apiBase(row.getString("api_url")),
                        row.getLong("token_version")))
                .single();
    }

    Optional<String> refreshToken(Connection connection) {
        return jdbc.sql(
                        "select refresh_token from zoom_connection where id = ? and token_version = ? and refresh_token is not null")
                .params(connection.id(), connection.tokenVersion())
                .query(byte[].class)
                .optional()
                .map(token -> box.open(token, context("refresh", connection)));
    }

    /**
     * Stores a new authorization. Zoom ends every earlier one of the same user, so a connection that another account
     * has with this user goes, which that account has been told, and so does one that this account has with another user.
     */
    @Transactional
    void connect(ZoomApp app, UUID accountId, ZoomUser user, TokenAnswer.Tokens tokens) {
        UUID appId = app.id();
        List<Connection> replaced = jdbc.sql(SELECT + """
                        where app_id = ? and ((zoom_user_id = ? and account_id <> ?) or (zoom_user_id <> ? and account_id = ?))
                        for update""")
                .params(appId, user.id(), accountId, user.id(), accountId)
                .query(ROW)
                .list();
        for (Connection earlier : replaced) {
            delete(earlier);
            if (!earlier.accountId().equals(accountId)) {
                hosting.ofAccount(earlier.accountId());
            }
        }
        relinks.forget(appId, accountId, user.id());
        UUID id = Connection.idOf(appId, accountId, user.id());
        insert(id, app, accountId, user, tokens);
        audit.recordFor(accountId, Action.ZOOM_CONNECTED, accountId);
        hosting.ofAccount(accountId);
        HostProbe.enqueue(jobs, id, clock.instant());
    }

    private void insert(UUID id, ZoomApp app, UUID accountId, ZoomUser user, TokenAnswer.Tokens tokens) {
        UUID appId = app.id();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into zoom_connection (id, app_id, client_id, account_id, zoom_user_id, zoom_account_id, zoom_email, zoom_user_type,
                          scopes, status, problem, api_url, access_token, refresh_token, access_expires_at, token_version,
                          refreshed_at, connected_at)
                        values (:id, :app, :client, :account, :user, :zoomAccount, :email, :type,
                          :scopes, 'CONNECTED', :problem, :apiUrl, :access, :refresh, :expires, :version, :now, :now)
                        on conflict (id) do update set
                          client_id = excluded.client_id, zoom_account_id = excluded.zoom_account_id, zoom_email = excluded.zoom_email,
                          zoom_user_type = excluded.zoom_user_type, scopes = excluded.scopes, status = excluded.status,
                          problem = excluded.problem, api_url = excluded.api_url, access_token = excluded.access_token,
                          refresh_token = excluded.refresh_token, access_expires_at = excluded.access_expires_at,
                          refreshed_at = excluded.refreshed_at, connected_at = excluded.connected_at,
                          token_version = zoom_connection.token_version + 1""")
                .param("id", id)
                .param("app", appId)
                .param("client", app.clientId())
                .param("account", accountId)
                .param("user", user.id())
                .param("zoomAccount", user.accountId())
                .param("email", box.sealIfPresent(user.email(), context("email", appId, accountId)))
                .param("type", user.type())
                .param("scopes", tokens.scopes())
                .param("problem", problem(tokens))
                .param("apiUrl", tokens.apiUrl())
                .param("access", box.seal(tokens.access(), context("access", appId, accountId)))
                .param("refresh", box.sealIfPresent(tokens.refresh(), context("refresh", appId, accountId)))
                .param("expires", tokens.expiresAt().atOffset(ZoneOffset.UTC))
                // Higher than in any life before: what Zoom refused then says nothing about the tokens of now.
                .param("version", clock.millis())
                .param("now", now)
                .update();
    }

    private static @Nullable String problem(TokenAnswer.Tokens tokens) {
        return Scopes.missing(Scopes.parse(tokens.scopes())).isEmpty() ? null : MeetingProblem.MISSING_SCOPES.name();
    }

    /**
     * Stores a refreshed pair if the one it replaces is still the stored one. Also after a lease ran out: Zoom knows
     * only the newest pair, and this is it, whoever holds the lease by now. Not so after a new authorization, which
     * ended ours.
     */
    @Transactional
    boolean refreshed(Connection before, TokenAnswer.Tokens tokens) {
        return jdbc.sql("""
                        update zoom_connection set access_token = :access, refresh_token = coalesce(:refresh, refresh_token),
                          access_expires_at = :expires, api_url = coalesce(:apiUrl, api_url), refreshed_at = :now,
                          token_version = token_version + 1
                        where id = :id and token_version = :version and status = 'CONNECTED'""")
                        .param("access", box.seal(tokens.access(), context("access", before)))
                        .param("refresh", box.sealIfPresent(tokens.refresh(), context("refresh", before)))
                        .param("expires", tokens.expiresAt().atOffset(ZoneOffset.UTC))
                        .param("apiUrl", tokens.apiUrl())
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", before.id())
                        .param("version", before.tokenVersion())
                        .update()
                == 1;
    }

    /** Marks a connection as ended by Zoom, and wipes its tokens; not if it has newer ones by now. */
    @Transactional
    boolean refusedByZoom(Connection connection) {
        boolean marked =
                jdbc.sql("""
                        update zoom_connection set status = 'NEEDS_RECONNECT', problem = 'NEEDS_RECONNECT',
                          access_token = null, refresh_token = null, access_expires_at = null
                        where id = ? and token_version = ? and status = 'CONNECTED'""").params(connection.id(), connection.tokenVersion()).update() == 1;
        if (marked) {
            lost(connection, Connection.Reason.REFUSED_BY_ZOOM);
        }
        return marked;
    }

    /**
     * Notes that the Zoom user has authorized for another account, by which Zoom ended what this one holds. It stays on
     * record as whose the Zoom user was.
     */
    @Transactional
    void takenOver(Connection connection) {
        boolean worked = connection.status() == Connection.Status.CONNECTED;
        jdbc.sql("""
                        update zoom_connection set status = 'NEEDS_RECONNECT', problem = 'RELINKED',
                          access_token = null, refresh_token = null, access_expires_at = null
                        where id = ?""").param(connection.id()).update();
        if (worked) {
            lost(connection, Connection.Reason.TAKEN_OVER);
        }
    }

    /** Zoom may have given or taken a licence since it was last asked. */
    void noteType(UUID connectionId, ZoomUser user) {
        jdbc.sql("update zoom_connection set zoom_user_type = coalesce(:type, zoom_user_type) where id = :id")
                .param("type", user.type())
                .param("id", connectionId)
                .update();
    }

    /** The Zoom user let us keep nothing about them any more. */
    @Transactional
    void forgetEmail(Connection connection) {
        jdbc.sql("update zoom_connection set zoom_email = null where id = ?")
                .param(connection.id())
                .update();
    }

    /** Notes that a scope we need was not granted; only a new authorization changes that. */
    @Transactional
    void lacksScopes(Connection connection) {
        int marked =
                jdbc.sql("""
                        update zoom_connection set problem = 'MISSING_SCOPES'
                        where id = ? and token_version = ? and status = 'CONNECTED' and problem is null""").params(connection.id(), connection.tokenVersion()).update();
        if (marked == 1) {
            hosting.ofAccount(connection.accountId());
        }
    }

    /** Nobody's meetings are made with it from now on; its tokens still work for what is left to do before it ends. */
    @Transactional
    void noLongerHosts(Connection connection) {
        jdbc.sql("update zoom_connection set problem = 'NO_CONNECTION' where id = ?")
                .param(connection.id())
                .update();
        Disconnecting.enqueue(jobs, connection.id(), clock.instant());
    }

    /** Removes a connection with its tokens because its doctor asked for it. */
    @Transactional
    void disconnect(Connection connection) {
        if (delete(connection)) {
            audit.record(Action.ZOOM_DISCONNECTED, connection.accountId());
            hosting.ofAccount(connection.accountId());
        }
    }

    /** Removes a connection with its tokens for a reason that its doctor has to be told. */
    @Transactional
    void lose(Connection connection, Connection.Reason reason) {
        if (delete(connection)) {
            lost(connection, reason);
        }
    }

    private void lost(Connection connection, Connection.Reason reason) {
        audit.record(Action.ZOOM_CONNECTION_LOST, connection.accountId());
        events.publishEvent(new Connection.Lost(connection.accountId(), reason));
        hosting.ofAccount(connection.accountId());
    }

    private boolean delete(Connection connection) {
        return jdbc.sql("delete from zoom_connection where id = ?")
                        .param(connection.id())
                        .update()
                == 1;
    }

    private static String context(String what, Connection connection) {
        return context(what, connection.appId(), connection.accountId());
    }

    static String context(String what, UUID appId, UUID accountId) {
        return "zoom-connection/" + appId + "/" + accountId + "/" + what;
    }
}
