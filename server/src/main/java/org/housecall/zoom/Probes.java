package org.housecall.zoom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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

/** What meetings made on trial told about connections, and those of them that are not gone yet. */
@Repository
class Probes {

    private static final String SELECT =
            "select connection_id, marker, begun_at, provider_ref, probed_at, differences, refusal from zoom_probe ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Probes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Probe> of(UUID connectionId) {
        return jdbc.sql(SELECT + "where connection_id = ?")
                .param(connectionId)
                .query(Probes::row)
                .optional();
    }

    /** Notes that a meeting with this marker is about to be made; false where another is not gone yet. */
    boolean begin(Connection connection, String marker) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("""
                        insert into zoom_probe (connection_id, app_id, marker, begun_at) values (?, ?, ?, ?)
                        on conflict (connection_id) do update set marker = excluded.marker, begun_at = excluded.begun_at
                        where zoom_probe.marker is null""")
                        .params(connection.id(), connection.appId(), marker, now)
                        .update()
                == 1;
    }

    /** The meeting is there, so what it told is known; it has to go now. */
    void made(UUID connectionId, String ref, Collection<String> differences) {
        jdbc.sql("""
                        update zoom_probe set provider_ref = ?, probed_at = ?, differences = ?, refusal = null
                        where connection_id = ? and marker is not null""")
                .params(ref, OffsetDateTime.now(clock), differences.toArray(String[]::new), connectionId)
                .update();
    }

    /** Zoom will not have meetings made by this user. */
    void refused(UUID connectionId, MeetingProblem why) {
        jdbc.sql("""
                        update zoom_probe set marker = null, begun_at = null, provider_ref = null, probed_at = ?,
                          differences = '{}', refusal = ?
                        where connection_id = ?""")
                .params(OffsetDateTime.now(clock), why.name(), connectionId)
                .update();
    }

    /** No meeting on trial is there (any more). */
    void gone(UUID connectionId) {
        jdbc.sql("update zoom_probe set marker = null, begun_at = null, provider_ref = null where connection_id = ?")
                .param(connectionId)
                .update();
    }

    /** Has the next run find out anew. */
    void forget(UUID connectionId) {
        jdbc.sql("update zoom_probe set probed_at = null where connection_id = ?")
                .param(connectionId)
                .update();
    }

    /** Whether a meeting with this marker is one on trial of that app's. */
    boolean isBegun(UUID appId, String marker) {
        return jdbc.sql("select exists (select from zoom_probe where app_id = ? and marker = ?)")
                .params(appId, marker)
                .query(Boolean.class)
                .single();
    }

    /** A meeting with this marker turned up; whose connection it was made with, if it is one on trial of that app's. */
    Optional<UUID> found(UUID appId, String marker, String ref) {
        return jdbc.sql("""
                        update zoom_probe set provider_ref = coalesce(provider_ref, ?)
                        where app_id = ? and marker = ? returning connection_id""").params(ref, appId, marker).query(UUID.class).optional();
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
     * A connection's trial.
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
