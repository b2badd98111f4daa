package org.housecall.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** What people do to connections meanwhile: let tokens run out, take authorizations away at Zoom, and connect again. */
final class Trouble {

    private static final Duration PAUSE = Duration.ofMillis(400);

    /**
     * Zoom's tokens run out after an hour and never the moment they were given: then two in a row would be refused, as only
     * those of an authorization that is over are. Longer than a call waits between getting its token and being made.
     */
    private static final Duration OLD = Duration.ofSeconds(10);

    /** An authorization that was taken away, or given again. */
    record Change(String zoomEmail, Instant at) {}

    private final ChaosZoom zoom;
    private final List<ChaosClinic> clinics;
    private final RandomGenerator random;
    private final List<Change> takenAway = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>(
            Map.of("token expired", 0, "authorization revoked", 0, "app removed", 0, "connection restored", 0));

    Trouble(ChaosZoom zoom, List<ChaosClinic> clinics, RandomGenerator random) {
        this.zoom = zoom;
        this.clinics = clinics;
        this.random = random;
    }

    void make(BooleanSupplier goingOn) {
        while (goingOn.getAsBoolean()) {
            ChaosClinic clinic = clinics.get(random.nextInt(clinics.size()));
            ChaosClinic.Doctor doctor = clinic.doctors.get(random.nextInt(clinic.doctors.size()));
            switch (random.nextInt(10)) {
                case 0 -> takeAway(doctor, "authorization revoked", "tokens/revoke");
                case 1 -> takeAway(doctor, "app removed", "apps/" + clinic.clientId + "/uninstall");
                case 2, 3, 4 -> restore(clinic);
                default -> expire(doctor);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void expire(ChaosClinic.Doctor doctor) {
        int expired = zoom.control(
                        "POST",
                        "tokens/expire",
                        Map.of("kind", "access", "user", doctor.zoomUser(), "olderThan", OLD.toString()))
                .path("expired")
                .asInt();
        counts.merge("token expired", expired, Integer::sum);
    }

    private void takeAway(ChaosClinic.Doctor doctor, String name, String path) {
        takenAway.add(new Change(doctor.zoomEmail(), Instant.now()));
        zoom.control("POST", path, Map.of("user", doctor.zoomUser()));
        counts.merge(name, 1, Integer::sum);
    }

    private void restore(ChaosClinic clinic) {
        clinic.doctors.stream()
                .filter(clinic::isLost)
                .min(Comparator.comparing(ChaosClinic.Doctor::id))
                .filter(clinic::connect)
                .ifPresent(_ -> counts.merge("connection restored", 1, Integer::sum));
    }

    /** Whose authorization was taken away at Zoom, and when. */
    List<Change> takenAway() {
        return List.copyOf(takenAway);
    }

    Map<String, Integer> counts() {
        return counts;
    }
}
