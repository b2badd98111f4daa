package org.housecall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.housecall.Api;
import org.housecall.JavaProcess;
import org.housecall.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.zoomsandbox.Options;
import org.zoomsandbox.ZoomSandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That the verdict is one: each thing that it says is wrong, it finds where it is so. With a server that has done its work and is gone. */
class VerdictTests {

    private static final String FIRST = "(select min(id::text)::uuid from appointment where status <> 'CANCELLED')";
    private static final String CANCELLED = "(select id from appointment where status = 'CANCELLED')";

    /** Words, and what makes them true in the database. */
    static final List<Arguments> WRONG = List.of(
            wrong(
                    "cancelled, and not removed",
                    CANCELLED,
                    "update meeting set status = 'READY' where appointment_id = %s"),
            wrong(
                    "cancelled, and not removed",
                    CANCELLED,
                    "update meeting set provider_ref = '1' where appointment_id = %s"),
            wrong("no live meeting", FIRST, "update meeting set status = 'FAILED' where appointment_id = %s"),
            wrong("no live meeting", FIRST, "update meeting set provider_ref = '1' where appointment_id = %s"),
            wrong("unknown to us", FIRST, "update meeting set provider_ref = '1' where appointment_id = %s"),
            wrong(
                    "meeting of several visits",
                    FIRST,
                    "update meeting set provider_ref = (select provider_ref from meeting where appointment_id = %s) where provider_ref is not null"),
            wrong(
                    "wrong host",
                    FIRST,
                    "update appointment a set doctor_id = b.doctor_id from appointment b where a.id = %s and b.doctor_id <> a.doctor_id"),
            wrong(
                    "wrong time",
                    FIRST,
                    "update appointment set starts_at = starts_at - interval '1 hour' where id = %s"),
            wrong(
                    "answered so, stored otherwise",
                    FIRST,
                    "update appointment set starts_at = starts_at - interval '1 hour' where id = %s"),
            wrong("answered so, stored otherwise", FIRST, "update appointment set status = 'CANCELLED' where id = %s"),
            wrong("two visits at once", FIRST, """
                    update appointment a set doctor_id = b.doctor_id, starts_at = b.starts_at, ends_at = b.ends_at
                    from appointment b where a.id = %s and b.id <> a.id and b.status <> 'CANCELLED'"""),
            wrong("its doctor's time", FIRST, "delete from doctor_time where ref = %s"),
            wrong("its doctor's time", CANCELLED, """
                    insert into doctor_time (id, account_id, during, kind, ref)
                    select gen_random_uuid(), account_id, tstzrange(now(), now() + interval '1 hour'), 'APPOINTMENT', %s
                    from doctor where account_id is not null limit 1"""));

    /** Words, and what makes them true in the database. */
    static final List<Arguments> OPEN = List.of(
            wrong(
                    "meeting of",
                    FIRST,
                    "update meeting set wanted_revision = wanted_revision + 1 where appointment_id = %s"),
            wrong("meeting of", FIRST, "update meeting set intent_marker = 'one' where appointment_id = %s"),
            wrong("meeting of", FIRST, "update meeting set status = 'FAILED' where appointment_id = %s"),
            wrong("meeting of", CANCELLED, "update meeting set status = 'READY' where appointment_id = %s"),
            wrong("surplus of", FIRST, surplus("'1', null")),
            wrong("surplus of", FIRST, surplus("null, 'marker'")),
            wrong("event", FIRST, """
                    insert into zoom_event (id, app_id, kind, occurred_at)
                    select %s, id, 'CHANGED', now() from zoom_app"""),
            wrong("job", FIRST, """
                    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
                    values ('sync-meeting', %s || '', now(), false, 1, 50)"""),
            wrong("connection of", FIRST, """
                    update zoom_connection set status = 'NEEDS_RECONNECT', access_token = null, refresh_token = null,
                      access_expires_at = null where %s is not null"""));

    @TempDir
    static Path directory;

    private static final ZoomSandbox SANDBOX = ZoomSandbox.start(Options.forTests());
    private static final ChaosZoom ZOOM = new ChaosZoom(SANDBOX);
    private static final Mailbox MAILBOX = new Mailbox();
    private static ChaosClinic clinic;
    private static Database database;
    private static List<Visits.Truth> truth;

    @BeforeAll
    static void letAServerDoItsWork() {
        ServerProcess server = new ServerProcess(directory, SANDBOX);
        server.settings.put("HOUSECALL_SIGN_IN_ATTEMPTS_PER_NETWORK", "1000000");
        server.settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        server.settings.put("SPRING_MAIL_PORT", MAILBOX.port() + "");
        database = new Database(server.settings);
        try (JavaProcess _ = server.start()) {
            Api administrator = server.signInOnceReady();
            clinic = new ChaosClinic(Mode.LIST, 2, server.address(), administrator, ZOOM, MAILBOX);
            clinic.awaitAllConnected();
            List<JsonNode> visits = List.of(book(0, 0), book(1, 1), book(1, 2));
            Api.Answer cancelled = administrator.post(
                    clinic.clinic.path(
                            "appointments/" + visits.get(2).path("id").asString() + "/cancel"),
                    Map.of());
            JavaProcess.await(
                    Duration.ofMinutes(2),
                    () -> database.untried() == 0 && database.unsettled().isEmpty());
            truth = Stream.of(visits.get(0), visits.get(1), cancelled.json())
                    .map(Visits.Truth::of)
                    .toList();
        }
    }

    @AfterAll
    static void stop() {
        MAILBOX.close();
        SANDBOX.close();
    }

    private static JsonNode book(int doctor, int halfHours) {
        return clinic.clinic
                .administrator
                .post(
                        clinic.clinic.path("appointments"),
                        Map.of(
                                "doctorId",
                                clinic.doctors.get(doctor).id(),
                                "serviceId",
                                clinic.serviceId,
                                "patientId",
                                clinic.clinic.patientId,
                                "start",
                                clinic.clinic.start(4, halfHours)))
                .json();
    }

    @Test
    void findsNothingWrongWhereNothingIs() {
        assertThat(Verdict.on(database, ZOOM, clinic, truth)).isEmpty();
        assertThat(database.unsettled()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void findsWhatIsWrongInTheDatabase(String words, String statement) throws SQLException {
        afterwards(
                statement,
                tampered -> assertThat(Verdict.on(tampered, ZOOM, clinic, truth))
                        .anySatisfy(found -> assertThat(found).startsWith(words)));
    }

    @ParameterizedTest
    @FieldSource("OPEN")
    void findsWhatIsNotSettled(String words, String statement) throws SQLException {
        afterwards(
                statement,
                tampered -> assertThat(tampered.unsettled())
                        .anySatisfy(found -> assertThat(found).startsWith(words + " ")));
    }

    @Test
    void findsAVisitThatNobodyBooked() {
        assertThat(Verdict.on(database, ZOOM, clinic, truth.subList(1, 3)))
                .singleElement()
                .satisfies(found -> assertThat(found).startsWith("booked by nobody"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wrong time        | {"duration": 45}                               | {"duration": 30}
                    open to strangers | {"settings": {"waiting_room": false}}          | {"settings": {"waiting_room": true}}
                    open to strangers | {"settings": {"auto_recording": "cloud"}}      | {"settings": {"auto_recording": "none"}}""")
    void findsWhatWasChangedAtZoom(String words, String change, String back) {
        String meeting = database.texts("select provider_ref from meeting where provider_ref is not null")
                .getFirst();
        ZOOM.control("POST", "meetings/" + meeting + "/change", json(change));
        List<String> found = Verdict.on(database, ZOOM, clinic, truth);
        ZOOM.control("POST", "meetings/" + meeting + "/change", json(back));

        assertThat(found).singleElement().satisfies(it -> assertThat(it).startsWith(words));
    }

    @Test
    void findsAMeetingThatIsUnknownAndNoneThatIsRecordedAsPossible() throws SQLException {
        Map<String, String> order = Map.of("host", clinic.doctors.getFirst().zoomUser(), "topic", "Video visit marker");
        String meeting = ZOOM.control("POST", "meetings", order).path("id").asString();

        assertThat(Verdict.on(database, ZOOM, clinic, truth))
                .singleElement()
                .satisfies(found -> assertThat(found).startsWith("unknown to us"));
        afterwards(
                surplus("null, 'marker'").formatted(FIRST),
                tampered ->
                        assertThat(Verdict.on(tampered, ZOOM, clinic, truth)).isEmpty());

        ZOOM.control("POST", "meetings/" + meeting + "/delete", Map.of());
    }

    /** What is so after a statement, which is taken back. */
    private static void afterwards(String statement, Consumer<Database> check) throws SQLException {
        try (Connection connection = database.source.getConnection()) {
            connection.setAutoCommit(false);
            Database tampered = new Database(new SingleConnectionDataSource(connection, true));
            try {
                assertThat(tampered.jdbc.sql(statement).update()).isPositive();
                check.accept(tampered);
            } finally {
                connection.rollback();
            }
        }
    }

    private static Arguments wrong(String words, String visit, String statement) {
        return Arguments.of(words, statement.formatted(visit));
    }

    private static String surplus(String refAndMarker) {
        return """
                insert into surplus_meeting (clinic_id, id, appointment_id, host, provider_ref, marker, since)
                select clinic_id, gen_random_uuid(), id, 'host', %s, now() from appointment where id = %%s""".formatted(refAndMarker);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
