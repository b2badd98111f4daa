package org.housecall.zoom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.meetings.MeetingProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What meetings made on trial told about hosts, and those of them that are not gone yet. */
@Repository
class Probes {

    private static final String SELECT =
            "select marker, begun_at, provider_ref, probed_at, differences, refusal from zoom_probe ";

    /** So long at most a trial takes that nothing went wrong with. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Probes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Probe> of(UUID hostId) {
        return jdbc.sql(SELECT + "where host_id = ?")
                .param(hostId)
                .query(Probes::row)
                .optional();
    }

    /** A user of an account is to be tried out; false where that has been done, or is under way. What was left is looked after again. */
    boolean add(UUID hostId, ZoomHost.Mapped user) {
        return jdbc.sql("""
                        insert into zoom_probe (host_id, app_id, zoom_user) values (:id, :app, :user)
                        on conflict (host_id) do update set zoom_user = excluded.zoom_user
                        where (zoom_probe.probed_at is null and zoom_probe.zoom_user is null) or zoom_probe.begun_at < :left""")
                        .param("id", hostId)
                        .param("app", user.appId())
                        .param("user", user.zoomUser())
                        .param("left", OffsetDateTime.now(clock).minus(UNDER_WAY))
                        .update()
                == 1;
    }

    /** A user of an account is to be tried out anew. */
    void addAgain(UUID hostId, ZoomHost.Mapped user) {
        jdbc.sql("""
                        insert into zoom_probe (host_id, app_id, zoom_user) values (?, ?, ?)
                        on conflict (host_id) do update set zoom_user = excluded.zoom_user""").params(hostId, user.appId(), user.zoomUser()).update();
    }

    /** Which user of which app's account is being tried out under this id; none where it is a connection's, or the trial is over. */
    Optional<ZoomHost.Mapped> user(UUID hostId) {
        return jdbc.sql("select app_id, zoom_user from zoom_probe where host_id = ? and zoom_user is not null")
                .param(hostId)
                .query((row, number) ->
                        new ZoomHost.Mapped(row.getObject("app_id", UUID.class), row.getString("zoom_user")))
                .optional();
    }

    /** Nothing has to be done as that user any more: whose result it is, its id tells. */
    void forgetUser(UUID hostId) {
        jdbc.sql("update zoom_probe set zoom_user = null where host_id = ? and marker is null")
                .param(hostId)
                .update();
    }

    /** Notes that a meeting with this marker is about to be made; false where another is not gone yet. */
    boolean begin(UUID hostId, UUID appId, String marker) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("""
                        insert into zoom_probe (host_id, app_id, marker, begun_at) values (?, ?, ?, ?)
                        on conflict (host_id) do update set marker = excluded.marker, begun_at = excluded.begun_at
                        where zoom_probe.marker is null""").params(hostId, appId, marker, now).update() == 1;
    }

    /** The meeting is there, so what it told is known; it has to go now. */
    void made(UUID hostId, String ref, Collection<String> differences) {
        jdbc.sql("""
                        update zoom_probe set provider_ref = ?, probed_at = ?, differences = ?, refusal = null
                        where host_id = ? and marker is not null""")
                .params(ref, OffsetDateTime.now(clock), differences.toArray(String[]::new), hostId)
                .update();
    }

    /** Zoom will not have meetings made by this user. */
    void refused(UUID hostId, MeetingProblem why) {
        jdbc.sql("""
                        update zoom_probe set marker = null, begun_at = null, provider_ref = null, probed_at = ?,
                          differences = '{}', refusal = ?
                        where host_id = ?""").params(OffsetDateTime.now(clock), why.name(), hostId).update();
    }

    /** No meeting on trial is there (any more). */
    void gone(UUID hostId) {
        jdbc.sql("update zoom_probe set marker = null, begun_at = null, provider_ref = null where host_id = ?")
                .param(hostId)
                .update();
    }

    /** Has the next run find out anew. */
    void forget(UUID hostId) {
        jdbc.sql("update zoom_probe set probed_at = null where host_id = ?")
                .param(hostId)
                .update();
    }

    /** Whether a meeting with this marker is one on trial of that app's. */
    boolean isBegun(UUID appId, String marker) {
        return jdbc.sql("select exists (select from zoom_probe where app_id = ? and marker = ?)")
                .params(appId, marker)
                .query(Boolean.class)
                .single();
    }

    /** A meeting with this marker turned up; with which host it was made, if it is one on trial of that app's. */
    Optional<UUID> found(UUID appId, String marker, String ref) {
        return jdbc.sql("""
                        update zoom_probe set provider_ref = coalesce(provider_ref, ?)
                        where app_id = ? and marker = ? returning host_id""").params(ref, appId, marker).query(UUID.class).optional();
    }

    private static Probe row(ResultSet row, int number) throws SQLException {
        String refusal = row.getString("refusal");
        return new Probe(
                row.getString("marker"),
                instant(row, "begun_at"),
                row.getString("provider_ref"),
                instant(row, "probed_at"),
                Arrays.asList((String[]) row.getArray("differences").getArray()),
                refusal == null ? null : MeetingProblem.valueOf(refusal));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /**
     * A host's trial.
     *
     * @param marker of a meeting that was begun and is not known to be gone; null: none is
     * @param ref of that meeting; null: it may not even exist
     * @param probedAt when it was last found out what follows
     * @param differences settings that the account has locked
     * @param refusal why Zoom made no meeting
     */
    record Probe(
            @Nullable String marker,
            @Nullable Instant begunAt,
            @Nullable String ref,
            @Nullable Instant probedAt,
            List<String> differences,
            @Nullable MeetingProblem refusal) {

        static final Probe NONE = new Probe(null, null, null, null, List.of(), null);

        boolean foundNothingWrong() {
            return differences.isEmpty() && refusal == null;
        }
    }
}
