package org.housecallbench;

import java.net.http.HttpRequest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The clinic that is booked in: doctors who work around the clock, each a Zoom user of the clinic's account, and short video visits. */
final class BenchClinic {

    /** Zoom lets nobody have more than 100 meetings made in a day; no doctor of ours is booked more often. */
    private static final int BOOKINGS_PER_DOCTOR = 90;

    private static final int MINUTES = 5;
    private static final int SLOTS_A_DAY = 24 * 60 / MINUTES;
    private static final int DOCTORS_PER_SERVICE = 10;
    private static final int PATIENTS = 50;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Api api;
    private final String path;
    private final List<String> doctors;
    private final List<String> services;
    private final List<String> patients;

    private BenchClinic(Api api, String path, int doctors, Zoom zoom) {
        this.api = api;
        this.path = path;
        this.doctors =
                IntStream.range(0, doctors).mapToObj(n -> addDoctor(n, zoom)).toList();
        this.services = IntStream.rangeClosed(0, (doctors - 1) / DOCTORS_PER_SERVICE)
                .mapToObj(this::addService)
                .toList();
        this.patients = IntStream.range(0, PATIENTS).mapToObj(this::addPatient).toList();
    }

    /** Sets up a clinic with as many doctors as the bookings take, of which at most so many fall on one day. */
    static BenchClinic setUp(Api api, Zoom zoom, int bookings, int bookingsOfADay) {
        String id = api.post("/api/v1/clinics", Map.of("name", "Bench", "slug", "bench", "timeZone", "UTC"))
                .path("id")
                .asString();
        String path = "/api/v1/clinics/" + id + "/";
        zoom.liftLimits();
        api.put(path + "zoom/app", Map.of("serverToServer", zoom.serverToServerApp()));
        int doctors = Math.max(bookings / BOOKINGS_PER_DOCTOR, bookingsOfADay / SLOTS_A_DAY) + 1;
        return new BenchClinic(api, path, doctors, zoom);
    }

    private String addDoctor(int number, Zoom zoom) {
        String email = "doctor-" + number + "@example.com";
        String id = create("doctors", Map.of("name", "Doctor " + number, "email", email));
        List<Map<String, String>> always = Stream.of(DayOfWeek.values())
                .map(day -> Map.of("day", day.name(), "from", "00:00", "to", "00:00"))
                .toList();
        api.put(path + "doctors/" + id + "/availability", Map.of("weekly", always, "exceptions", List.of()));
        zoom.addUser(email);
        api.put(path + "doctors/" + id + "/zoom/user", Map.of("zoomUser", email));
        return id;
    }

    private String addService(int number) {
        int first = number * DOCTORS_PER_SERVICE;
        List<String> offering = doctors.subList(first, Math.min(first + DOCTORS_PER_SERVICE, doctors.size()));
        return create(
                "services",
                Map.of(
                        "name",
                        "Consultation " + number,
                        "mode",
                        "VIDEO",
                        "durationMinutes",
                        MINUTES,
                        "doctorIds",
                        offering));
    }

    private String addPatient(int number) {
        return create("patients", Map.of("name", "Patient " + number, "email", "patient-" + number + "@example.com"));
    }

    private String create(String resource, Map<String, Object> body) {
        return api.post(path + resource, body).path("id").asString();
    }

    int doctors() {
        return doctors.size();
    }

    /** The request that books the day's slot of this number: the doctors in turn, each from midnight on. */
    HttpRequest booking(LocalDate day, int number) {
        int doctor = number % doctors.size();
        int minute = number / doctors.size() * MINUTES;
        return api.request(
                "POST",
                path + "appointments",
                Map.of(
                        "doctorId", doctors.get(doctor),
                        "serviceId", services.get(doctor / DOCTORS_PER_SERVICE),
                        "patientId", patients.get(number * 7 % PATIENTS),
                        "start", "%sT%02d:%02d:00Z".formatted(day, minute / 60, minute % 60)));
    }

    /** Waits until every meeting of the day's appointments is ready, or it is time to give up. */
    Readiness awaitReady(LocalDate day, Instant giveUp) {
        Readiness soFar = new Readiness(0, 0);
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = pageOf(day, cursor);
            while (Readiness.of(page).missing() > 0 && Instant.now().isBefore(giveUp)) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
                page = pageOf(day, cursor);
            }
            soFar = soFar.plus(Readiness.of(page));
            cursor = page.path("nextCursor").asString(null);
        }
        return soFar;
    }

    private JsonNode pageOf(LocalDate day, String cursor) {
        String from = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        return api.get(path + "appointments?limit=500&from=" + day + "&to=" + day + from);
    }

    /** How many appointments there are, and how many of them have their meeting. */
    record Readiness(int appointments, int ready) {

        private static Readiness of(JsonNode page) {
            JsonNode items = page.path("items");
            long ready = items.valueStream()
                    .filter(item ->
                            item.path("meeting").path("status").asString().equals("READY"))
                    .count();
            return new Readiness(items.size(), (int) ready);
        }

        Readiness plus(Readiness more) {
            return new Readiness(appointments + more.appointments, ready + more.ready);
        }

        int missing() {
            return appointments - ready;
        }
    }
}
