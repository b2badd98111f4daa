package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.housecall.Eventually.assertThatSoon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** All of a node's threads at once on one Zoom account, in real time: Zoom never has to refuse anything. */
class BusyNodeTests {

    private static final int HOSTS = 12;
    private static final int EACH = 9;

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final String client = "server" + clinic.id.substring(24);
    private final String account = "account" + clinic.id.substring(24);

    @Test
    void makesABacklogsMeetingsWithoutOneRefusal() {
        String secret = Sandbox.control(
                        "PUT", "apps/" + client, Map.of("kind", "SERVER_TO_SERVER", "accountId", account))
                .path("clientSecret")
                .asString();
        List<String> users = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            users.add(book(i));
        }
        ZoomClinic.ok(clinic.administrator.put(
                clinic.path("zoom/app"),
                Map.of("serverToServer", Map.of("accountId", account, "clientId", client, "clientSecret", secret))));

        assertThatSoon(() -> users.stream()
                        .mapToInt(user -> Sandbox.liveMeetings(user).size())
                        .sum())
                .isEqualTo(HOSTS * EACH);
        assertThat(Sandbox.get("calls?limit=10000").path("calls").valueStream())
                .filteredOn(call -> users.contains(call.path("user").asString("")))
                .extracting((JsonNode call) -> call.path("status").asInt())
                .hasSizeGreaterThanOrEqualTo(HOSTS * EACH)
                .doesNotContain(429);
    }

    private String book(int i) {
        String user = i + "-" + account + "@clinic.example";
        Sandbox.control("PUT", "users/" + user, Map.of("accountId", account));
        String doctor = clinic.addDoctor("doctor-" + user);
        ZoomClinic.ok(
                clinic.administrator.put(clinic.path("doctors/" + doctor + "/zoom/user"), Map.of("zoomUser", user)));
        String service = clinic.addService("VIDEO", doctor);
        String patient = clinic.administrator
                .post(clinic.path("patients"), Map.of("name", "Patient", "email", "patient-" + user))
                .id();
        for (int visit = 0; visit < EACH; visit++) {
            ZoomClinic.ok(clinic.administrator.post(
                    clinic.path("appointments"),
                    Map.of(
                            "doctorId", doctor,
                            "serviceId", service,
                            "patientId", patient,
                            "start", clinic.start(5, visit))));
        }
        return user;
    }
}
