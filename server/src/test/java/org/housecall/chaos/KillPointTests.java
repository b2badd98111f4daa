package org.housecall.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.housecall.Api;
import org.housecall.JavaProcess;
import org.housecall.ServerProcess;
import org.housecall.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoomsandbox.Options;
import org.zoomsandbox.ZoomSandbox;
import tools.jackson.databind.JsonNode;

/**
 * The server is killed where Zoom has done something and the server has not stored it: at every such point at once, each
 * with a host of its own. The sandbox keeps the answers back, and tells that it does.
 *
 * <p>Every call is a {@link KillPoint} but these. What only reads for a job: the comparison, the course of a visit, the day
 * before's look, what a trial asks first and looks for last, the question after Zoom's notice. Nothing has happened at Zoom,
 * and the job outlives its process and asks again, as at CHECK and ADOPT. What a person waits for, who then does it again:
 * the start link, looking a user up, trying credentials. What comes after all is stored and only tells Zoom: revoking a
 * declined relink's authorization, or one whose user Zoom did not name; a refresh for the sake of a revoke. And the delete of
 * a meeting whose link leads elsewhere: until its answer is stored, its create counts as not answered.
 */
class KillPointTests {

    private static final Duration FOREVER = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    private final ZoomSandbox sandbox = ZoomSandbox.start(Options.forTests());
    private final ChaosZoom zoom = new ChaosZoom(sandbox);
    private final Mailbox mailbox = new Mailbox();
    private final ExecutorService browsers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<ChaosClinic> clinics = new ArrayList<>();
    private final Map<String, String> visits = new HashMap<>();

    @AfterEach
    void stop() {
        browsers.shutdownNow();
        mailbox.close();
        sandbox.close();
    }

    @Test
    void bringsToItsEndWhatZoomHasDoneAndNobodyHasStored() {
        ServerProcess server = server();
        Database database = new Database(server.settings);
        try (JavaProcess running = server.start()) {
            server.signInOnceReady();
            for (Mode mode : Mode.values()) {
                ChaosClinic clinic = open(mode, server, database);
                points(clinic).forEach(point -> prepare(clinic, point));
            }
            clinics.forEach(clinic -> points(clinic).forEach(point -> reach(clinic, point)));
            awaitEveryAnswerKeptBack();
            running.kill();
        }
        zoom.calm();

        try (JavaProcess _ = server.start()) {
            server.signInOnceReady();
            for (ChaosClinic clinic : clinics) {
                points(clinic).stream()
                        .filter(KillPoint::endsAConnection)
                        .forEach(point -> assertEnded(clinic, point, database));
                moveOn(clinic);
            }

            assertThat(Settling.await(zoom, database, clinics)).isEmpty();
            for (ChaosClinic clinic : clinics) {
                assertThat(Verdict.on(database, zoom, clinic, truthOf(clinic)))
                        .as(clinic.mode.name())
                        .isEmpty();
            }
        }
    }

    /** No token is left, with us or at Zoom, and the audit has it once. */
    private void assertEnded(ChaosClinic clinic, KillPoint point, Database database) {
        ChaosClinic.Doctor doctor = doctor(clinic, point);
        JavaProcess.await(
                Duration.ofMinutes(3),
                () -> !database.isConnected(doctor.id()) && zoom.usableTokens(doctor.zoomUser()) == 0);
        assertThat(database.audited(doctor.id()))
                .as(clinic.mode + " " + point)
                .filteredOn(action -> !action.equals("ZOOM_CONNECTED"))
                .containsExactly("ZOOM_DISCONNECTED");
    }

    /** What shows that the way on is open: the visit of who has left finds another host, and what was revoked is noticed. */
    private void moveOn(ChaosClinic clinic) {
        String colleague = doctor(clinic, KillPoint.NONE).id();
        change(clinic, KillPoint.LEAVE_WITH_MEETINGS, Map.of("doctorId", colleague));
        if (KillPoint.REVOKE_OTHER_PAIR.isIn(clinic.mode)) {
            change(clinic, KillPoint.REVOKE_OTHER_PAIR, Map.of("start", clinic.clinic.start(5, 7)));
        }
    }

    private ServerProcess server() {
        ServerProcess server = new ServerProcess(directory, sandbox);
        server.settings.put("HOUSECALL_JOBS_THREADS", "64"); // each point holds one
        server.settings.put("HOUSECALL_JOBS_POLLING", "500ms");
        server.settings.put("HOUSECALL_ZOOM_READ_TIMEOUT", "5m"); // longer than it takes to reach all the points
        server.settings.put("HOUSECALL_MEETINGS_LOST_ANSWER_WAIT", "8s");
        server.settings.put("HOUSECALL_SIGN_IN_ATTEMPTS_PER_NETWORK", "1000000");
        server.settings.put("HOUSECALL_OUTGOING_ALLOW_LOOPBACK", "true");
        server.settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        server.settings.put("SPRING_MAIL_PORT", mailbox.port() + "");
        return server;
    }

    private ChaosClinic open(Mode mode, ServerProcess server, Database database) {
        Api administrator = Api.at(server.address()).signIn(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
        ChaosClinic clinic =
                new ChaosClinic(mode, KillPoint.values().length, server.address(), administrator, zoom, mailbox);
        clinic.subscribe(database.generalAppOf(clinic.clinic.id));
        for (KillPoint point : KillPoint.values()) {
            if (point.isConnectedBefore()) {
                JavaProcess.await(() -> clinic.connect(doctor(clinic, point)));
            }
        }
        if (KillPoint.ACCOUNT_TOKEN.isIn(mode)) {
            clinic.hostByItsAccount(doctor(clinic, KillPoint.ACCOUNT_TOKEN));
        }
        if (KillPoint.REVOKE_OTHER_PAIR.isIn(mode)) {
            clinic.useOtherPair();
        }
        JavaProcess.await(() -> database.untried() == 0 && database.lookingAtHosts() == 0);
        clinics.add(clinic);
        return clinic;
    }

    private static List<KillPoint> points(ChaosClinic clinic) {
        return List.of(KillPoint.values()).stream()
                .filter(point -> point.isIn(clinic.mode))
                .toList();
    }

    private void prepare(ChaosClinic clinic, KillPoint point) {
        if (point.hasVisitBefore()) {
            awaitReady(clinic, book(clinic, point));
        }
        ChaosClinic.Doctor doctor = doctor(clinic, point);
        switch (point) {
            case ADOPT -> {
                zoom.control(
                        "POST",
                        "faults",
                        Map.of(
                                "endpoint",
                                KillPoint.CREATE.endpoint,
                                "user",
                                doctor.zoomUser(),
                                "kind",
                                "lost-answer"));
                keepBack(point.endpoint, Map.of("user", doctor.zoomUser()), FOREVER);
            }
            case ACCOUNT_TOKEN -> keepBack(point.endpoint, Map.of("grant", "account_credentials"), FOREVER);
            case READ_BACK -> {} // the same endpoint is asked before the change
            default -> keepBack(point.endpoint, Map.of("user", doctor.zoomUser()), FOREVER);
        }
    }

    private String keepBack(String endpoint, Map<String, String> whose, Duration time) {
        Map<String, Object> fault = new HashMap<>(whose);
        fault.put("endpoint", endpoint);
        fault.put("kind", "latency");
        fault.put("params", Map.of("ms", time.toMillis(), "when", "after"));
        return zoom.control("POST", "faults", fault).path("id").asString();
    }

    private void reach(ChaosClinic clinic, KillPoint point) {
        String visit = visits.get(clinic.mode + " " + point);
        ChaosClinic.Doctor doctor = doctor(clinic, point);
        Api administrator = clinic.clinic.administrator;
        Map<String, String> later = Map.of("start", clinic.clinic.start(5, 7));
        switch (point) {
            case CREATE, ADOPT -> book(clinic, point);
            case ACCOUNT_TOKEN -> {
                clinic.expireAccountToken();
                book(clinic, point);
            }
            case UPDATE, CHECK -> change(clinic, point, later);
            case READ_BACK -> changeAndKeepBackWhatIsReadThen(clinic, point, later);
            case DELETE -> ok(administrator.post(clinic.clinic.path("appointments/" + visit + "/cancel"), Map.of()));
            case REMOVE_FROM_FORMER_HOST ->
                change(
                        clinic,
                        point,
                        Map.of("doctorId", doctor(clinic, KillPoint.NONE).id()));
            case REFRESH -> {
                zoom.control("POST", "tokens/expire", Map.of("kind", "access", "user", doctor.zoomUser()));
                book(clinic, point);
            }
            case EXCHANGE, WHO_IT_IS -> {
                book(clinic, point);
                browsers.execute(() -> clinic.connect(doctor));
            }
            case REVOKE_OTHER_PAIR, PROBE_CREATE, PROBE_DELETE -> browsers.execute(() -> clinic.connect(doctor));
            case DISCONNECT -> browsers.execute(() -> clinic.disconnect(doctor, false));
            case DISCONNECT_WITH_MEETINGS -> browsers.execute(() -> clinic.disconnect(doctor, true));
            case LEAVE, LEAVE_WITH_MEETINGS -> clinic.letGo(doctor);
            case NONE -> {}
        }
    }

    /** The answer to the change is kept back for so long as it takes to have the next one kept back. */
    private void changeAndKeepBackWhatIsReadThen(ChaosClinic clinic, KillPoint point, Map<String, String> later) {
        Map<String, String> whose = Map.of("user", doctor(clinic, point).zoomUser());
        String change = keepBack(KillPoint.UPDATE.endpoint, whose, Duration.ofSeconds(6));
        change(clinic, point, later);
        JavaProcess.await(() -> faults().anyMatch(fault -> isKeptBack(fault) && isCalled(fault, change)));
        keepBack(point.endpoint, whose, FOREVER);
        zoom.control("DELETE", "faults/" + change, Map.of());
    }

    private void change(ChaosClinic clinic, KillPoint point, Map<String, String> change) {
        String visit = visits.get(clinic.mode + " " + point);
        ok(clinic.clinic.administrator.patch(clinic.clinic.path("appointments/" + visit), change));
    }

    private void awaitEveryAnswerKeptBack() {
        assertThatSoon(this::stillExpected).within(Duration.ofMinutes(2)).isEqualTo(List.of());
    }

    private List<String> stillExpected() {
        return faults().filter(
                        fault -> fault.path("fault").path("kind").asString().equals("latency"))
                .filter(fault -> !isKeptBack(fault))
                .map(JsonNode::toString)
                .toList();
    }

    private Stream<JsonNode> faults() {
        return zoom.get("faults").valueStream();
    }

    private static boolean isKeptBack(JsonNode fault) {
        return fault.path("keptBack").asInt() == 1;
    }

    private static boolean isCalled(JsonNode fault, String id) {
        return fault.path("id").asString().equals(id);
    }

    private String book(ChaosClinic clinic, KillPoint point) {
        String id = clinic.clinic
                .administrator
                .post(
                        clinic.clinic.path("appointments"),
                        Map.of(
                                "doctorId",
                                doctor(clinic, point).id(),
                                "serviceId",
                                clinic.serviceId,
                                "patientId",
                                clinic.clinic.patientId,
                                "start",
                                clinic.clinic.start(4, number(point))))
                .id();
        visits.put(clinic.mode + " " + point, id);
        return id;
    }

    private static void awaitReady(ChaosClinic clinic, String visit) {
        String path = clinic.clinic.path("appointments/" + visit + "/meeting");
        JavaProcess.await(
                () -> clinic.clinic.administrator.get(path).text("status").equals("READY"));
    }

    private static ChaosClinic.Doctor doctor(ChaosClinic clinic, KillPoint point) {
        return clinic.doctors.get(number(point));
    }

    private static int number(KillPoint point) {
        return List.of(KillPoint.values()).indexOf(point);
    }

    private List<Visits.Truth> truthOf(ChaosClinic clinic) {
        return visits.entrySet().stream()
                .filter(visit -> visit.getKey().startsWith(clinic.mode + " "))
                .map(visit -> clinic.clinic.administrator.get(clinic.clinic.path("appointments/" + visit.getValue())))
                .map(answer -> Visits.Truth.of(answer.json()))
                .toList();
    }

    private static void ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
