package org.housecall;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A clinic of a test's own, made through the API: a doctor who works around the clock, a video service, a patient. */
public final class SampleClinic {

    public final Api administrator;
    public final String id;
    public final String doctorId;
    public final String serviceId;
    public final String patientId;

    public SampleClinic(Api administrator) {
        this(administrator, "UTC");
    }

    public SampleClinic(Api administrator, String timeZone) {
        this.administrator = administrator;
        String unique = UUID.randomUUID().toString().substring(0, 8);
        id = administrator
                .post(
                        "/api/v1/clinics",
                        Map.of("name", "Clinic " + unique, "slug", "clinic-" + unique, "timeZone", timeZone))
                .id();
        doctorId = addDoctor("doctor-" + unique + "@example.com");
        serviceId = addService("VIDEO", doctorId);
        patientId = administrator
                .post(
                        path("patients"),
                        Map.of("name", "Patient " + unique, "email", "patient-" + unique + "@example.com"))
                .id();
    }

    public String addDoctor(String email) {
        String doctor = administrator
                .post(path("doctors"), Map.of("name", "Doctor", "email", email))
                .id();
        List<Map<String, String>> always = Stream.of(
                        "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
                .map(day -> Map.of("day", day, "from", "00:00", "to", "00:00"))
                .toList();
        Api.Answer answer = administrator.put(
                path("doctors/" + doctor + "/availability"), Map.of("weekly", always, "exceptions", List.of()));
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return doctor;
    }

    public String addService(String mode, String... doctorIds) {
        return administrator
                .post(
                        path("services"),
                        Map.of(
                                "name",
                                "Consultation",
                                "mode",
                                mode,
                                "durationMinutes",
                                30,
                                "doctorIds",
                                List.of(doctorIds)))
                .id();
    }

    public String path(String rest) {
        return "/api/v1/clinics/" + id + "/" + rest;
    }

    /** Noon UTC, some days from now. */
    public String start(int days, int halfHours) {
        return LocalDate.now(ZoneOffset.UTC)
                .plusDays(days)
                .atTime(12, 0)
                .plus(Duration.ofMinutes(30L * halfHours))
                .toInstant(ZoneOffset.UTC)
                .toString();
    }

    public Map<String, String> booking(String start) {
        return Map.of("doctorId", doctorId, "serviceId", serviceId, "patientId", patientId, "start", start);
    }

    public Api.Answer book(String start) {
        return administrator.post(path("appointments"), booking(start));
    }
}
