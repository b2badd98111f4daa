package org.housecalldemo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.housecalldemo.People.Someone;
import tools.jackson.databind.JsonNode;

/** The app that the clinic has "registered at Zoom": entered on both sides as people do, by copying addresses and secrets. */
final class SandboxApp {

    /** What a clinic registers its app with, and nothing more. */
    private static final List<String> SCOPES = List.of(
            "meeting:write:meeting",
            "meeting:read:meeting",
            "meeting:update:meeting",
            "meeting:delete:meeting",
            "user:read:user");

    private final String address;
    private final Browser controls;

    SandboxApp(String address) {
        this.address = address;
        this.controls = new Browser(address);
    }

    /** Gives each doctor a Zoom account of the same name, in place of the sandbox's nameless ones. */
    void welcome(List<Someone> doctors) {
        controls.get("/control/users").forEach(user -> {
            if (user.path("email").asString().matches("doctor\\.(one|two|three)@.*")) {
                controls.delete("/control/users/" + user.path("id").asString());
            }
        });
        doctors.forEach(doctor -> controls.put(
                "/control/users/" + doctor.email(),
                Map.of("email", doctor.email(), "firstName", doctor.firstName(), "lastName", doctor.lastName())));
    }

    /** The clinic admin enters the app's credentials; Zoom learns where to send people and events. */
    void enterInto(String clinic, Browser admin) {
        JsonNode app = general();
        String clientId = app.path("clientId").asString();
        String secret = app.path("webhook").path("secretToken").asString();
        JsonNode entered = admin.put(
                clinic + "/zoom/app",
                Map.of(
                        "oauth",
                        Map.of(
                                "clientId",
                                clientId,
                                "clientSecret",
                                app.path("clientSecret").asString(),
                                "webhookSecret",
                                secret)));
        String webhook = entered.path("oauth").path("webhookUrl").asString();
        controls.put(
                "/control/apps/" + clientId,
                Map.of(
                        "name",
                        "Harbour Street Clinic",
                        "redirectUris",
                        List.of(entered.path("redirectUrl").asString()),
                        "deauthorizationUrl",
                        webhook,
                        "scopes",
                        SCOPES.stream()
                                .map(scope -> Map.of("scope", scope, "optional", false))
                                .toList(),
                        "webhook",
                        Map.of("url", webhook)));
    }

    /** The doctor's way through Zoom's consent page and back. */
    void connect(String clinic, String doctorId, Browser doctor, Someone zoomUser) {
        String authorize = doctor.post(clinic + "/doctors/" + doctorId + "/zoom/authorize", Map.of())
                .path("authorizeUrl")
                .asString();
        doctor.follow(authorize);
        String form = URI.create(authorize).getRawQuery() + "&decision=allow&user_id="
                + URLEncoder.encode(zoomUser.email(), StandardCharsets.UTF_8);
        doctor.follow(doctor.submit(address + "/oauth/authorize", form));
        String status = doctor.get(clinic + "/doctors/" + doctorId + "/zoom")
                .path("status")
                .asString();
        if (!status.equals("CONNECTED")) {
            throw new IllegalStateException("After consenting, " + zoomUser.name() + " is " + status);
        }
    }

    private JsonNode general() {
        for (JsonNode app : controls.get("/control/apps")) {
            if (app.path("kind").asString().equals("GENERAL")) {
                return app;
            }
        }
        throw new IllegalStateException("The sandbox has no General app");
    }
}
