package org.housecalldemo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.housecalldemo.SampleClinic.Doctor;
import org.housecalldemo.SampleClinic.Services;
import tools.jackson.databind.JsonNode;

/** A week of appointments, one of them about to begin, booked by the front desk from the free times it is shown. */
final class Diary {

    private static final int DAYS = 7;

    private final String clinic;
    private final Browser reception;
    private final ZoneId zone;
    private final List<String> patients;
    private int booked;

    Diary(String clinic, Browser reception, ZoneId zone, List<String> patients) {
        this.clinic = clinic;
        this.reception = reception;
        this.zone = zone;
        this.patients = patients;
    }

    void fill(Services services, List<Doctor> doctors) {
        Doctor first = doctors.get(0);
        Doctor connected = doctors.get(1);
        Doctor onCall = doctors.get(2);
        bookFirst(services.followUp(), onCall);
        bookFirst(services.consultation(), onCall);
        bookDaily(services.consultation(), first, 0.2);
        bookDaily(services.inPerson(), first, 0.6);
        bookDaily(services.consultation(), connected, 0.3);
        bookDaily(services.followUp(), connected, 0.75);
        bookDaily(services.consultation(), onCall, 0.5);
    }

    /** The next free time there is, in a few minutes. */
    private void bookFirst(String service, Doctor doctor) {
        book(service, doctor, freeTimes(service, doctor).getFirst());
    }

    /** One a day, at about the same part of each day's free times. */
    private void bookDaily(String service, Doctor doctor, double partOfDay) {
        List<String> free = freeTimes(service, doctor);
        Set<String> days = new HashSet<>();
        for (String day : free.stream().map(this::day).toList()) {
            if (days.add(day)) {
                List<String> times =
                        free.stream().filter(start -> day(start).equals(day)).toList();
                book(service, doctor, times.get((int) (times.size() * partOfDay)));
            }
        }
    }

    private void book(String service, Doctor doctor, String start) {
        String patient = patients.get(booked++ % patients.size());
        reception.post(
                clinic + "/appointments",
                Map.of("doctorId", doctor.id(), "serviceId", service, "patientId", patient, "start", start));
    }

    private List<String> freeTimes(String service, Doctor doctor) {
        LocalDate today = LocalDate.now(zone);
        JsonNode slots = reception.get(clinic + "/slots?serviceId=" + service + "&doctorId=" + doctor.id() + "&from="
                + today + "&to=" + today.plusDays(DAYS - 1));
        List<String> starts = new ArrayList<>();
        slots.path("items").forEach(slot -> starts.add(slot.path("start").asString()));
        return starts;
    }

    private String day(String start) {
        return Instant.parse(start).atZone(zone).toLocalDate().toString();
    }
}
