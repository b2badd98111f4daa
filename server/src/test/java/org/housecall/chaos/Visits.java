package org.housecall.chaos;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.housecall.Api;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One person at the front desk, with a patient of their own: books, moves, reassigns and cancels visits at random, and
 * keeps what the server said is so. What was not answered is sent again, and where that does not tell, looked up.
 */
final class Visits {

    private static final int FIRST_DAY = 3;
    private static final int DAYS = 7;
    private static final int SLOTS = 48;
    private static final int MOST_TRIES = 2_000;
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** A visit as the server said it is. */
    record Truth(String id, String doctorId, Instant start, boolean cancelled) {

        static Truth of(JsonNode visit) {
            return new Truth(
                    visit.path("id").asString(),
                    visit.path("doctorId").asString(),
                    Instant.parse(visit.path("start").asString()),
                    visit.path("status").asString().equals("CANCELLED"));
        }
    }

    private final ChaosClinic clinic;
    private final String patientId;
    private final RandomGenerator random;
    private final Map<String, Truth> visits = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    Visits(ChaosClinic clinic, String patientId, RandomGenerator random) {
        this.clinic = clinic;
        this.patientId = patientId;
        this.random = random;
    }

    /** Books so many visits and changes as many, with a pause after each. */
    void live(int howMany, Duration pause) {
        for (int i = 0; i < howMany; i++) {
            book();
            LockSupport.parkNanos(pause.toNanos());
            change();
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    ChaosClinic clinic() {
        return clinic;
    }

    List<Truth> truth() {
        return List.copyOf(visits.values());
    }

    Map<String, Integer> counts() {
        return counts;
    }

    private void book() {
        while (true) {
            String doctorId = anyDoctor();
            Instant start = anyTime();
            Api.Answer answer = send("POST", clinic.clinic.path("appointments"), wish(doctorId, start));
            if (answer.status() == 201) {
                note("booked", answer.json());
                return;
            }
            List<JsonNode> found = isUnclear(answer) ? unknownVisits(doctorId, start) : List.of();
            if (!found.isEmpty()) {
                note("booked", found.getFirst());
                return;
            }
            count("refused"); // somebody has the time
        }
    }

    private Map<String, Object> wish(String doctorId, Instant start) {
        return Map.of(
                "doctorId", doctorId, "serviceId", clinic.serviceId, "patientId", patientId, "start", start.toString());
    }

    /** Nobody else books for this patient, so what is there and was not known is what was asked for. */
    private List<JsonNode> unknownVisits(String doctorId, Instant start) {
        LocalDate date = LocalDate.ofInstant(start, ZoneOffset.UTC);
        String query = "?from=%s&to=%s&doctorId=%s&patientId=%s".formatted(date, date, doctorId, patientId);
        return ask(clinic.clinic.path("appointments" + query))
                .path("items")
                .valueStream()
                .filter(visit -> Instant.parse(visit.path("start").asString()).equals(start))
                .filter(visit -> !visits.containsKey(visit.path("id").asString()))
                .toList();
    }

    private void change() {
        List<Truth> live = visits.values().stream()
                .filter(visit -> !visit.cancelled())
                .sorted(Comparator.comparing(Truth::id))
                .toList();
        Truth visit = live.get(random.nextInt(live.size()));
        String path = clinic.clinic.path("appointments/" + visit.id());
        switch (random.nextInt(4)) {
            case 0 -> change("cancelled", visit, "POST", path + "/cancel", Map.of());
            case 1 -> change("reassigned", visit, "PATCH", path, Map.of("doctorId", anyDoctor()));
            default ->
                change("moved", visit, "PATCH", path, Map.of("start", anyTime().toString()));
        }
    }

    private void change(String name, Truth visit, String method, String path, Map<String, Object> body) {
        Api.Answer answer = send(method, path, body);
        if (answer.status() == 200) {
            note(name, answer.json());
        } else {
            JsonNode now = ask(clinic.clinic.path("appointments/" + visit.id()));
            note(Truth.of(now).equals(visit) ? "refused" : name, now);
        }
    }

    private void note(String name, JsonNode visit) {
        visits.put(visit.path("id").asString(), Truth.of(visit));
        count(name);
    }

    private void count(String name) {
        counts.merge(name, 1, Integer::sum);
    }

    /** Until there is an answer: under one key, so that it is done once. */
    private Api.Answer send(String method, String path, Map<String, Object> body) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return tries().flatMap(_ -> trySend(method, path, body, key).stream())
                .filter(answer -> answer.status() < 500)
                .findFirst()
                .orElseThrow(() -> new AssertionError("never answered: " + method + " " + path));
    }

    private JsonNode ask(String path) {
        return tries().flatMap(_ -> trySend("GET", path, null, Map.of()).stream())
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow(() -> new AssertionError("never answered: GET " + path))
                .json();
    }

    private Stream<Integer> tries() {
        return Stream.iterate(0, i -> i < MOST_TRIES, i -> {
            LockSupport.parkNanos(PAUSE.toNanos());
            return i + 1;
        });
    }

    private Optional<Api.Answer> trySend(
            String method, String path, @Nullable Map<String, Object> body, Map<String, String> headers) {
        try {
            Api.Answer answer = clinic.clinic.administrator.send(method, path, body, headers);
            if (answer.status() >= 500) {
                count("unanswered");
            }
            return Optional.of(answer);
        } catch (UncheckedIOException e) {
            count("unanswered");
            return Optional.empty();
        }
    }

    /** Whoever worked on it first has died, and whether it was done is not to be had by the key. */
    private static boolean isUnclear(Api.Answer answer) {
        return answer.status() == 409;
    }

    private String anyDoctor() {
        return clinic.doctors.get(random.nextInt(clinic.doctors.size())).id();
    }

    private Instant anyTime() {
        return LocalDate.now(ZoneOffset.UTC)
                .plusDays(FIRST_DAY + random.nextInt(DAYS))
                .atStartOfDay(ZoneOffset.UTC)
                .plusMinutes(30L * random.nextInt(SLOTS))
                .toInstant();
    }
}
