package org.housecallbench;

import java.util.Map;
import java.util.stream.StreamSupport;

/** The stand-in for Zoom, behind its control interface. */
final class Zoom {

    /** The account of the sandbox's ready-made Server-to-Server app. */
    private static final String ACCOUNT = "clinicAccount000000001";

    private final Api controls;

    Zoom(Api controls) {
        this.controls = controls;
    }

    /** What the clinic enters to host with the account's app. */
    Map<String, String> serverToServerApp() {
        return Map.of(
                "accountId", ACCOUNT,
                "clientId", "sandboxServerApp000001",
                "clientSecret", "sandboxServerApp000001Secret");
    }

    /** What an account may do in a second would limit the load; what a host may do in a day does not come near it. */
    void liftLimits() {
        controls.put("/control/limits", Map.of("enforced", false));
    }

    void addUser(String email) {
        controls.put("/control/users/" + email, Map.of("accountId", ACCOUNT, "email", email, "type", 2));
    }

    /** From now on every answer takes this much longer. */
    void answerAfter(int millis) {
        controls.delete("/control/faults");
        if (millis > 0) {
            for (String endpoint : new String[] {"* /v2/**", "* /oauth/token"}) {
                controls.post(
                        "/control/faults",
                        Map.of(
                                "endpoint",
                                endpoint,
                                "kind",
                                "latency",
                                "times",
                                "always",
                                "params",
                                Map.of("ms", millis, "when", "before")));
            }
        }
    }

    long meetings() {
        return StreamSupport.stream(controls.get("/control/meetings").spliterator(), false)
                .filter(meeting -> meeting.path("status").asString().equals("waiting"))
                .count();
    }
}
