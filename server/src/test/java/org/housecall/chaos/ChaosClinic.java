package org.housecall.chaos;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.housecall.Api;
import org.housecall.JavaProcess;
import org.housecall.SampleClinic;

/** A clinic with a Zoom app of its own, and doctors who have each a Zoom user of their own. */
final class ChaosClinic {

    private static final String PASSWORD = "a long password for a doctor";

    /** A doctor, and their Zoom user by id and by address. */
    record Doctor(String id, String email, String zoomUser, String zoomEmail) {}

    final Mode mode;
    final SampleClinic clinic;
    final String serviceId;
    final String clientId;
    final List<Doctor> doctors = new ArrayList<>();
    private final Set<Doctor> withoutConnection = new HashSet<>();
    private final String baseUrl;
    private final ChaosZoom zoom;

    ChaosClinic(Mode mode, int hosts, String baseUrl, Api administrator, ChaosZoom zoom, Mailbox mailbox) {
        this.mode = mode;
        this.baseUrl = baseUrl;
        this.zoom = zoom;
        this.clinic = new SampleClinic(administrator);
        this.clientId = "chaos" + mode.name();
        saveApp();
        for (int i = 0; i < hosts; i++) {
            doctors.add(employ(mode.name().toLowerCase(Locale.ROOT) + i, mailbox));
        }
        serviceId = clinic.addService("VIDEO", doctors.stream().map(Doctor::id).toArray(String[]::new));
    }

    private void saveApp() {
        String webhookSecret = "hook-secret-of-" + clientId;
        String secret = zoom.control(
                        "PUT",
                        "apps/" + clientId,
                        Map.of(
                                "kind",
                                "GENERAL",
                                "redirectUris",
                                List.of(baseUrl + "/zoom/callback"),
                                "scopes",
                                scopes()))
                .path("clientSecret")
                .asString();
        zoom.control("PUT", "apps/" + clientId, Map.of("webhook", Map.of("secretToken", webhookSecret)));
        ok(clinic.administrator.put(
                clinic.path("zoom/app"),
                Map.of("oauth", Map.of("clientId", clientId, "clientSecret", secret, "webhookSecret", webhookSecret))));
    }

    private List<Map<String, Object>> scopes() {
        return mode.scopes().stream()
                .map(scope -> Map.<String, Object>of("scope", scope, "optional", false))
                .toList();
    }

    /** Has new authorizations use the app's other pair of credentials, which at Zoom is an app of its own. */
    void useOtherPair() {
        String other = clientId + "other";
        String secret = zoom.control(
                        "PUT",
                        "apps/" + other,
                        Map.of(
                                "kind",
                                "GENERAL",
                                "redirectUris",
                                List.of(baseUrl + "/zoom/callback"),
                                "scopes",
                                scopes()))
                .path("clientSecret")
                .asString();
        ok(clinic.administrator.put(
                clinic.path("zoom/app/pairs"),
                Map.of(
                        "production", Map.of("clientId", clientId),
                        "development", Map.of("clientId", other, "clientSecret", secret),
                        "inUse", "DEVELOPMENT")));
    }

    /** Gives the clinic a Zoom account of its own, with a user who hosts for a doctor. */
    void hostByItsAccount(Doctor doctor) {
        withoutConnection.add(doctor);
        ok(clinic.administrator.put(
                clinic.path("doctors/" + doctor.id + "/zoom/user"), Map.of("zoomUser", doctor.zoomUser)));
        String account = "account" + clientId;
        String server = serverApp();
        zoom.control("PUT", "accounts/" + account, Map.of());
        zoom.control("PUT", "users/" + doctor.zoomEmail, Map.of("accountId", account, "type", 2));
        String secret = zoom.control("PUT", "apps/" + server, Map.of("kind", "SERVER_TO_SERVER", "accountId", account))
                .path("clientSecret")
                .asString();
        ok(clinic.administrator.put(
                clinic.path("zoom/app"),
                Map.of("serverToServer", Map.of("accountId", account, "clientId", server, "clientSecret", secret))));
    }

    /** The next call as the clinic's account has to get itself another token. */
    void expireAccountToken() {
        zoom.control("POST", "tokens/expire", Map.of("kind", "access", "clientId", serverApp()));
    }

    private String serverApp() {
        return "server" + clientId;
    }

    /** Has Zoom tell of meetings, where that is this clinic's mode. */
    void subscribe(String appId) {
        if (mode.webhooks) {
            String url = baseUrl + "/zoom/webhooks/" + appId;
            Map<String, Object> changes = Map.of("webhook", Map.of("url", url), "deauthorizationUrl", url);
            String state = zoom.control("PUT", "apps/" + clientId, changes)
                    .path("webhookStanding")
                    .path("state")
                    .asString("");
            if (!state.equals("VALIDATED")) {
                throw new AssertionError(state);
            }
        }
    }

    private Doctor employ(String name, Mailbox mailbox) {
        String email = "dr-" + name + "@example.com";
        String zoomEmail = "zoom-" + name + "@example.com";
        String id = clinic.addDoctor(email);
        Api nobody = Api.at(baseUrl).opened();
        ok(nobody.post(
                "/api/v1/invitations/" + mailbox.token(email, "accept-invitation"), Map.of("password", PASSWORD)));
        return new Doctor(id, email, zoom.newUser(zoomEmail), zoomEmail);
    }

    /** How a connection stands, as the front desk sees it; an empty text where nobody answers. */
    private String status(Doctor doctor) {
        try {
            Api.Answer answer = clinic.administrator.get(clinic.path("doctors/" + doctor.id + "/zoom"));
            return answer.status() == 200 ? answer.text("status") : "";
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    /** Whether the server says that somebody has to connect; who connects again without need loses what they have. */
    boolean isLost(Doctor doctor) {
        String status = status(doctor);
        return !status.isEmpty() && !status.equals("CONNECTED");
    }

    /** All the way, as a doctor does it: sign in, authorize, consent at Zoom, come back. False where something went wrong. */
    boolean connect(Doctor doctor) {
        try {
            Api api = Api.at(baseUrl).signIn(doctor.email, PASSWORD);
            Api.Answer begun = api.post(clinic.path("doctors/" + doctor.id + "/zoom/authorize"), null);
            if (begun.status() != 200) {
                return false;
            }
            URI back = zoom.consent(begun.text("authorizeUrl"), doctor.zoomUser);
            return api.get(back.getRawPath() + "?" + back.getRawQuery())
                    .header("location")
                    .endsWith("connected=1");
        } catch (UncheckedIOException | AssertionError e) {
            return false; // whoever answered has died
        }
    }

    /** As a doctor does it; whoever answers may die. */
    void disconnect(Doctor doctor, boolean removeMeetings) {
        try {
            Api.at(baseUrl)
                    .signIn(doctor.email, PASSWORD)
                    .delete(clinic.path("doctors/" + doctor.id + "/zoom?removeMeetings=" + removeMeetings));
        } catch (UncheckedIOException e) {
            // it has died
        }
    }

    /** The doctor works here no longer. */
    void letGo(Doctor doctor) {
        withoutConnection.add(doctor);
        ok(clinic.administrator.post(clinic.path("staff/" + doctor.id + "/departure"), null));
    }

    /** Connects everybody who is not and should be; whether all were. */
    boolean connectAll() {
        List<Doctor> connecting = doctors.stream()
                .filter(doctor -> !withoutConnection.contains(doctor))
                .toList();
        connecting.stream().filter(this::isLost).forEach(this::connect);
        return connecting.stream().allMatch(doctor -> status(doctor).equals("CONNECTED"));
    }

    void awaitAllConnected() {
        JavaProcess.await(Duration.ofMinutes(3), this::connectAll);
    }

    List<String> patients(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> clinic.administrator
                        .post(
                                clinic.path("patients"),
                                Map.of("name", "Patient " + i, "email", "patient-" + mode + i + "@example.com"))
                        .id())
                .toList();
    }

    private static void ok(Api.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
    }
}
