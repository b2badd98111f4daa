package org.housecall.meetings;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.appointments.Appointment;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The meetings of the current clinic. */
@Repository
public class Meetings {

    private static final String FORGET_INTENT = """
            update meeting set intent_marker = null, intent_host = null, intent_at = null where appointment_id = ?""";

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    Meetings(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Meeting> find(UUID appointmentId) {
        return jdbc.sql("select * from meeting where appointment_id = ?")
                .param(appointmentId)
                .query(this::row)
                .optional();
    }

    List<Meeting> findAll(Collection<UUID> appointmentIds) {
        return jdbc.sql("select * from meeting where appointment_id = any(:ids)")
                .param("ids", appointmentIds.toArray(UUID[]::new))
                .query(this::row)
                .list();
    }

    Optional<Meeting> lock(UUID appointmentId) {
        return jdbc.sql("select * from meeting where appointment_id = ? for update")
                .param(appointmentId)
                .query(this::row)
                .optional();
    }

    void add(UUID appointmentId) {
        jdbc.sql("insert into meeting (clinic_id, appointment_id, status, updated_at) values (?, ?, 'PENDING', ?)")
                .params(CurrentClinic.id(), appointmentId, now())
                .update();
    }

    /** Raises the wish, and returns its new revision; empty where there is no meeting. */
    Optional<Integer> wantAgain(UUID appointmentId) {
        return jdbc.sql("""
                        update meeting set wanted_revision = wanted_revision + 1, updated_at = ?
                        where appointment_id = ? returning wanted_revision""").params(now(), appointmentId).query(Integer.class).optional();
    }

    /** Takes the meeting for one sync, or keeps it; false where another has it. A dead node's claim ends by itself. */
    boolean claim(UUID appointmentId, UUID claim, Instant until) {
        return jdbc.sql("""
                                update meeting set claim = :claim, claimed_until = :until
                                where appointment_id = :id and (claim is null or claim = :claim or claimed_until < :now)""")
                        .param("claim", claim)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("id", appointmentId)
                        .param("now", now())
                        .update()
                == 1;
    }

    void unclaim(UUID appointmentId, UUID claim) {
        jdbc.sql("update meeting set claim = null, claimed_until = null where appointment_id = ? and claim = ?")
                .params(appointmentId, claim)
                .update();
    }

    /**
     * Notes that a create is about to be sent; false where the claim is lost or there is a meeting, or a begun one, by now.
     * What was in doubt until then was another.
     */
    boolean begin(UUID appointmentId, Meeting.Intent intent, UUID claim) {
        int begun = jdbc.sql("""
                        update meeting set intent_marker = ?, intent_host = ?, intent_at = ?,
                          problem = nullif(problem, 'UNCONFIRMED')
                        where appointment_id = ? and claim = ? and intent_marker is null and provider_ref is null""")
                .params(
                        intent.marker(),
                        intent.host().key(),
                        intent.at().atOffset(ZoneOffset.UTC),
                        appointmentId,
                        claim)
                .update();
        if (begun == 1) {
            remember(Marker.ref(intent.marker()), appointmentId);
        }
        return begun == 1;
    }

    /** The create did not happen, for certain. */
    void takeBack(UUID appointmentId, Meeting.Intent intent) {
        jdbc.sql(FORGET_INTENT + " and intent_marker = ?")
                .params(appointmentId, intent.marker())
                .update();
        jdbc.sql("delete from meeting_ref where ref = ?")
                .param(Marker.ref(intent.marker()))
                .update();
    }

    void forgetIntent(UUID appointmentId) {
        jdbc.sql(FORGET_INTENT).param(appointmentId).update();
    }

    /** The meeting is at this host under this reference; what else is known of it is read later. */
    void adopt(UUID appointmentId, VideoProvider.Host host, String ref) {
        jdbc.sql("update meeting set host = ?, provider_ref = ?, updated_at = ? where appointment_id = ?")
                .params(host.key(), ref, now(), appointmentId)
                .update();
        forgetIntent(appointmentId);
        remember(ref, appointmentId);
    }

    void describe(UUID appointmentId, VideoProvider.Room room) {
        jdbc.sql("""
                        update meeting set join_url = :url, passcode = :passcode, differences = :differences
                        where appointment_id = :id""")
                .param("url", box.seal(room.joinUrl().toString(), joinContext(appointmentId)))
                .param("passcode", box.sealIfPresent(room.passcode(), passcodeContext(appointmentId)))
                .param("differences", room.differences().toArray(String[]::new))
                .param("id", appointmentId)
                .update();
    }

    /** There is no meeting at the provider any more; the host stays known. */
    void detach(UUID appointmentId) {
        jdbc.sql("""
                        update meeting
                        set provider_ref = null, join_url = null, passcode = null, differences = '{}',
                          status = 'PENDING', problem = null, updated_at = ?
                        where appointment_id = ?""").params(now(), appointmentId).update();
    }

    void markRecreated(UUID appointmentId) {
        jdbc.sql("update meeting set recreated_at = ? where appointment_id = ?")
                .params(now(), appointmentId)
                .update();
    }

    /** Returns whether that is new. */
    boolean become(UUID appointmentId, Meeting.Status status, @Nullable MeetingProblem problem) {
        return jdbc.sql("""
                        update meeting set status = :status, problem = :problem, updated_at = :now
                        where appointment_id = :id
                          and (status <> :status or problem is distinct from cast(:problem as text))""")
                        .param("status", status.name())
                        .param("problem", problem == null ? null : problem.name())
                        .param("now", now())
                        .param("id", appointmentId)
                        .update()
                == 1;
    }

    void synced(UUID appointmentId, int revision) {
        jdbc.sql("update meeting set synced_revision = ? where appointment_id = ?")
                .params(revision, appointmentId)
                .update();
    }

    /** Keeps the latest of the provider's start and end events; whichever is later says whether it is running. */
    Course follow(UUID appointmentId, @Nullable Instant startedAt, @Nullable Instant endedAt) {
        return jdbc.sql("""
                        update meeting set
                          started_at = greatest(started_at, cast(:started as timestamptz)),
                          ended_at = greatest(ended_at, cast(:ended as timestamptz)),
                          status = case when coalesce(greatest(started_at, cast(:started as timestamptz)), '-infinity')
                                           > coalesce(greatest(ended_at, cast(:ended as timestamptz)), '-infinity')
                                        then 'STARTED' else 'ENDED' end,
                          updated_at = :now
                        where appointment_id = :id returning status, ended_at""")
                .param("started", startedAt == null ? null : startedAt.atOffset(ZoneOffset.UTC))
                .param("ended", endedAt == null ? null : endedAt.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .param("id", appointmentId)
                .query(Course.class)
                .single();
    }

    /** Keeps the latest times at which somebody came to the waiting room, and left it. */
    void waiting(UUID appointmentId, @Nullable Instant at, @Nullable Instant until) {
        jdbc.sql("""
                        update meeting set
                          waiting_at = greatest(waiting_at, cast(:at as timestamptz)),
                          waited_until = greatest(waited_until, cast(:until as timestamptz))
                        where appointment_id = :id""")
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param("id", appointmentId)
                .update();
    }

    /** Which of these visits' meetings have not been asked about since the visit's end; from now on they have. */
    List<UUID> toAsk(List<Appointment> over) {
        return jdbc.sql("""
                        update meeting set asked_at = :now
                        from unnest(:ids, cast(:ends as timestamptz[])) as visit (id, ended)
                        where appointment_id = visit.id and provider_ref is not null
                          and (asked_at is null or asked_at < visit.ended)
                        returning appointment_id""")
                .param("now", now())
                .param("ids", over.stream().map(Appointment::id).toArray(UUID[]::new))
                .param("ends", over.stream().map(it -> it.end().toString()).toArray(String[]::new))
                .query((row, number) -> row.getObject("appointment_id", UUID.class))
                .list();
    }

    /** Meetings out of step for a while: their job got lost or gave up. */
    List<Behind> behindSince(Instant before) {
        return jdbc.sql("""
                        select appointment_id, wanted_revision from meeting
                        where wanted_revision <> synced_revision and updated_at < ? limit 1000""")
                .param(before.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Behind(row.getObject("appointment_id", UUID.class), row.getInt("wanted_revision")))
                .list();
    }

    /** Visits of a stretch whose meetings have waited for a host since that time or longer, with their doctors. */
    List<Waiting> waitingSince(Instant before, Instant from, Instant until) {
        return jdbc.sql("""
                        select a.id as appointment_id, a.doctor_id from appointment a join meeting m on m.appointment_id = a.id
                        where a.starts_at >= :from and a.starts_at < :until
                          and a.status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS') and m.status = 'WAITING_FOR_CONNECTION'
                          and m.wanted_revision = m.synced_revision and m.updated_at < :before
                        order by a.starts_at limit 1000""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Waiting(
                        row.getObject("appointment_id", UUID.class), row.getObject("doctor_id", UUID.class)))
                .list();
    }

    /** From outside any clinic: where a provider's reference, or a marker, belongs. */
    Optional<Place> place(String ref) {
        return jdbc.sql("select clinic_id, appointment_id from meeting_ref where ref = ?")
                .param(ref)
                .query((row, number) ->
                        new Place(row.getObject("clinic_id", UUID.class), row.getObject("appointment_id", UUID.class)))
                .optional();
    }

    void remember(String ref, UUID appointmentId) {
        jdbc.sql("insert into meeting_ref (ref, clinic_id, appointment_id) values (?, ?, ?) on conflict do nothing")
                .params(ref, CurrentClinic.id(), appointmentId)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    static String joinContext(UUID appointmentId) {
        return "meeting-join-url:" + appointmentId;
    }

    static String passcodeContext(UUID appointmentId) {
        return "meeting-passcode:" + appointmentId;
    }

    private Meeting row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("appointment_id", UUID.class);
        String problem = row.getString("problem");
        String host = row.getString("host");
        String joinUrl = box.openIfPresent(row.getBytes("join_url"), joinContext(id));
        String marker = row.getString("intent_marker");
        OffsetDateTime recreatedAt = row.getObject("recreated_at", OffsetDateTime.class);
        return new Meeting(
                id,
                Meeting.Status.valueOf(row.getString("status")),
                problem == null ? null : MeetingProblem.valueOf(problem),
                row.getInt("wanted_revision"),
                row.getInt("synced_revision"),
                host == null ? null : new VideoProvider.Host(host),
                row.getString("provider_ref"),
                joinUrl == null ? null : URI.create(joinUrl),
                box.openIfPresent(row.getBytes("passcode"), passcodeContext(id)),
                Arrays.asList((String[]) row.getArray("differences").getArray()),
                marker == null
                        ? null
                        : new Meeting.Intent(
                                marker,
                                new VideoProvider.Host(row.getString("intent_host")),
                                row.getObject("intent_at", OffsetDateTime.class).toInstant()),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                recreatedAt == null ? null : recreatedAt.toInstant(),
                waitingSince(row));
    }

    private static @Nullable Instant waitingSince(ResultSet row) throws SQLException {
        OffsetDateTime waiting = row.getObject("waiting_at", OffsetDateTime.class);
        if (waiting == null || isLater(row.getObject("waited_until", OffsetDateTime.class), waiting)) {
            return null;
        }
        return isLater(row.getObject("ended_at", OffsetDateTime.class), waiting) ? null : waiting.toInstant();
    }

    private static boolean isLater(@Nullable OffsetDateTime time, OffsetDateTime than) {
        return time != null && !time.isBefore(than);
    }

    /** How a meeting went on until now. */
    record Course(Meeting.Status status, @Nullable Instant endedAt) {

        boolean isRunning() {
            return status == Meeting.Status.STARTED;
        }
    }

    record Behind(UUID appointmentId, int wantedRevision) {}

    record Waiting(UUID appointmentId, UUID doctorId) {}

    record Place(UUID clinicId, UUID appointmentId) {}
}
