package org.housecall.zoom;

import io.github.bucket4j.UninterruptibleBlockingStrategy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.housecall.Api;
import org.housecall.OwnServer;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.jobs.Job;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zoomsandbox.Options;
import org.zoomsandbox.ZoomSandbox;
import tools.jackson.databind.JsonNode;

/**
 * A server whose jobs a test runs by hand, on a clock that it shares with a sandbox of its own and that goes on only where
 * somebody waits.
 */
abstract class HandCrankedTests {

    static final String ACCOUNT = "clinicAccount000000001";
    static final SharedClock CLOCK = new SharedClock();

    @TempDir
    Path dataDir;

    ZoomSandbox sandbox;
    ConfigurableApplicationContext server;
    SampleClinic clinic;
    JdbcClient jdbc;
    private final List<MappedUsers.Mapped> tried = new ArrayList<>();

    @BeforeEach
    void start() {
        sandbox = ZoomSandbox.start(Options.forTests());
        CLOCK.sandbox = sandbox;
        CLOCK.goTo(LocalDate.now(ZoneOffset.UTC).plusDays(1).atTime(6, 0).toInstant(ZoneOffset.UTC));
        server = OwnServer.start(
                dataDir,
                Map.of(
                        "housecall.admin.email",
                        TestServer.ADMIN_EMAIL,
                        "housecall.admin.password",
                        TestServer.ADMIN_PASSWORD,
                        "housecall.zoom.web-url",
                        sandbox.baseUrl(),
                        "housecall.zoom.api-url",
                        sandbox.baseUrl() + "/v2"),
                ByThatClock.class);
        clinic = new SampleClinic(Api.of(server).signIn(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD));
        jdbc = server.getBean(JdbcClient.class);
    }

    @AfterEach
    void stop() {
        server.close();
        sandbox.close();
    }

    record Host(String doctorId, String serviceId, String patientId) {}

    List<Host> hosts(int count) {
        return hosts("", count);
    }

    List<Host> hosts(String name, int count) {
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String doctor = clinic.addDoctor(name + "doctor" + i + "@example.com");
            String user = name + "host" + i + "@clinic.example";
            String id = CLOCK.control("PUT", "users/" + user, "{\"accountId\":\"" + ACCOUNT + "\"}")
                    .path("id")
                    .asString();
            tried.add(new MappedUsers.Mapped(user, null, null, 1));
            tried.add(new MappedUsers.Mapped(user, id, null, 1));
            beTried();
            ok(clinic.administrator.put(clinic.path("doctors/" + doctor + "/zoom/user"), Map.of("zoomUser", user)));
            String patient = clinic.administrator
                    .post(
                            clinic.path("patients"),
                            Map.of("name", "Patient " + i, "email", name + "patient" + i + "@example.com"))
                    .id();
            hosts.add(new Host(doctor, clinic.addService("VIDEO", doctor), patient));
        }
        return hosts;
    }

    void book(Host host, String start) {
        Api.Answer booked = clinic.administrator.post(
                clinic.path("appointments"),
                Map.of(
                        "doctorId", host.doctorId(),
                        "serviceId", host.serviceId(),
                        "patientId", host.patientId(),
                        "start", start));
        ok(booked);
    }

    /** In the next two days. */
    String soon(int i) {
        return i < 46 ? clinic.start(2, i - 24) : clinic.start(1, i - 46 - 6);
    }

    String later(int i) {
        return clinic.start(10 + i / 40, i % 40 - 20);
    }

    /** Until now there was no Zoom app, so nothing of what was booked has a meeting. */
    void setUpZoom() {
        ok(clinic.administrator.put(
                clinic.path("zoom/app"),
                Map.of(
                        "serverToServer",
                        Map.of(
                                "accountId", ACCOUNT,
                                "clientId", "sandboxServerApp000001",
                                "clientSecret", "sandboxServerApp000001Secret"))));
        beTried();
    }

    /** The hosts were tried out before the test: of meetings, it sees those of visits alone. */
    private void beTried() {
        UUID app = ZoomApp.idOf(UUID.fromString(clinic.id), ZoomApp.Kind.SERVER_TO_SERVER);
        for (MappedUsers.Mapped user : tried) {
            jdbc.sql("""
                            insert into zoom_probe (host_id, app_id, probed_at) select ?, id, ? from zoom_app where id = ?
                            on conflict do nothing""")
                    .params(user.hostId(app), CLOCK.instant().atOffset(ZoneOffset.UTC), app)
                    .update();
        }
    }

    void work() {
        workUntil(Instant.MAX);
    }

    /** Does what is due, the most pressing first, and lets time pass where nothing is. */
    void workUntil(Instant end) {
        Map<String, Job> jobs = server.getBeansOfType(Job.class).values().stream()
                .filter(job -> !job.kind().equals("send-mail"))
                .collect(Collectors.toMap(Job::kind, it -> it));
        while (true) {
            List<Due> due = due(jobs);
            if (due.isEmpty() || due.getFirst().at().isAfter(end)) {
                if (!end.equals(Instant.MAX)) {
                    CLOCK.goTo(end);
                }
                return;
            }
            Due next = due.getFirst();
            if (next.at().isAfter(CLOCK.instant())) {
                CLOCK.goTo(next.at());
            }
            run(jobs, next);
        }
    }

    List<Due> due(Map<String, Job> jobs) {
        return jdbc.sql("""
                        select task_name, task_instance, execution_time from scheduled_tasks where task_name = any(:kinds)
                        order by execution_time > :now, case when execution_time > :now then 0 else priority end desc, execution_time
                        limit 1""")
                .param("kinds", jobs.keySet().toArray(String[]::new))
                .param("now", CLOCK.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Due(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    void run(Map<String, Job> jobs, Due due) {
        String[] parts = due.instance().split("/", 3);
        Job.Next next = CurrentClinic.in(
                UUID.fromString(parts[0]),
                () -> Objects.requireNonNull(jobs.get(due.kind())).run(UUID.fromString(parts[1])));
        switch (next) {
            case Job.Next.Done() ->
                jdbc.sql("delete from scheduled_tasks where task_name = ? and task_instance = ?")
                        .params(due.kind(), due.instance())
                        .update();
            case Job.Next.Again(var at) ->
                jdbc.sql("update scheduled_tasks set execution_time = ? where task_name = ? and task_instance = ?")
                        .params(at.atOffset(ZoneOffset.UTC), due.kind(), due.instance())
                        .update();
        }
    }

    record Due(String kind, String instance, Instant at) {}

    JsonNode budget(Host host) {
        return clinic.administrator
                .get(clinic.path("zoom/budget"))
                .json()
                .path("hosts")
                .valueStream()
                .filter(it -> it.path("doctorId").asString().equals(host.doctorId()))
                .findFirst()
                .orElseThrow();
    }

    /** Those that have not left, newest first. */
    List<JsonNode> mailsTo(String address) {
        return clinic.administrator
                .get("/api/v1/mails")
                .json()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("to").asString("").equals(address))
                .toList();
    }

    int audited(String action, String subject) {
        return clinic.administrator
                .get(clinic.path("audit?action=" + action + "&subject=" + subject))
                .json()
                .path("items")
                .size();
    }

    List<String> waiting() {
        return clinic.administrator
                .get(clinic.path("appointments"))
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("meeting").path("problem").path("code").asString(""))
                .toList();
    }

    List<JsonNode> creates() {
        return calls("POST /v2/users/{userId}/meetings").stream()
                .filter(call -> call.path("status").asInt() == 201)
                .toList();
    }

    List<JsonNode> refusals() {
        return CLOCK.control("GET", "calls?limit=100000", "")
                .path("calls")
                .valueStream()
                .filter(call -> call.path("status").asInt() == 429)
                .toList();
    }

    List<JsonNode> calls(String operation) {
        return CLOCK.control("GET", "calls?limit=100000", "")
                .path("calls")
                .valueStream()
                .filter(call -> call.path("operation").asString("").equals(operation))
                .toList()
                .reversed();
    }

    static Instant at(JsonNode call) {
        return Instant.parse(call.path("at").asString());
    }

    static Instant start(JsonNode call) {
        return Instant.parse(tools.jackson.databind.json.JsonMapper.shared()
                .readTree(call.path("requestBody").asString())
                .path("start_time")
                .asString());
    }

    static void ok(Api.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
    }

    /** Not found by the scan: only this server gets it. */
    static final class ByThatClock {
        @Bean
        @Primary
        Clock sharedClock() {
            return CLOCK;
        }

        @Bean
        @Primary
        UninterruptibleBlockingStrategy waitingIsLettingTimePass() {
            return nanos -> CLOCK.goTo(CLOCK.instant().plusNanos(nanos));
        }
    }

    /** The server's clock, and with every step the sandbox's. */
    static final class SharedClock extends Clock {

        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        private @Nullable ZoomSandbox sandbox;

        void goTo(Instant time) {
            now.set(time);
            control("POST", "clock", "{\"freeze\":true,\"now\":\"" + time + "\"}");
        }

        JsonNode control(String method, String path, String body) {
            return Sandbox.control(Objects.requireNonNull(sandbox), method, path, body);
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
