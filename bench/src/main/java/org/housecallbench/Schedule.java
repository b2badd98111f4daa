package org.housecallbench;

import java.net.http.HttpRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is asked and booked in an installation that {@link Past} has filled: the same, number by number, whatever its size. */
final class Schedule {

    /** In each busy clinic: its doctors all offer its one service. */
    static final int DOCTORS_OF_BUSY = 50;

    /** Between today and what lies ahead, so that no question about it comes near the past, which is not the same at every size. */
    static final int DAYS_BETWEEN = 7;

    /** Weekdays, on each of which every doctor of a busy clinic has two visits. */
    static final int DAYS_AHEAD = 20;

    /** In each busy clinic. */
    static final int VISITS_AHEAD = DOCTORS_OF_BUSY * DAYS_AHEAD * 2;

    static final int PATIENTS_OF_CLINIC = 200;

    private static final int MINUTES = 15;
    private static final int OPENS = 8;
    private static final int SLOTS_OF_DAY = 10 * 60 / MINUTES;

    /** Of each doctor, after the days that are asked about. */
    static final int BOOKABLE_SLOTS = 100 * SLOTS_OF_DAY;

    private final Api api;
    private final int busyClinics;
    private final LocalDate eve;
    private final List<LocalDate> weekdays;

    Schedule(Api api, int busyClinics, LocalDate today) {
        this.api = api;
        this.busyClinics = busyClinics;
        this.eve = today.plusDays(DAYS_BETWEEN);
        this.weekdays = eve.plusDays(1)
                .datesUntil(today.plusDays(360))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
    }

    /** What is asked. */
    enum Question {
        DOCTORS_DAY("slots of a doctor for a day", 100),
        DOCTORS_MONTH("slots of a doctor for a month", 50),
        FIRST_FREE("first free of 50 doctors in 14 days", 10),
        CLINICS_WEEK("a clinic's calendar week", 10);

        final String words;

        /** A second: what one of the three installations can answer on two cores without falling behind. */
        final int rate;

        Question(String words, int rate) {
            this.words = words;
            this.rate = rate;
        }
    }

    HttpRequest request(Question question, int number) {
        int doctor = number * 7 % (busyClinics * DOCTORS_OF_BUSY);
        return switch (question) {
            case DOCTORS_DAY -> {
                LocalDate day = weekdays.get(number * 3 % DAYS_AHEAD);
                yield slots(doctor, day, day, "");
            }
            case DOCTORS_MONTH -> slots(doctor, eve.plusDays(1), eve.plusDays(30), "");
            case FIRST_FREE ->
                api.request(
                        "GET",
                        path(
                                number % busyClinics,
                                "slots?limit=1&serviceId=" + id(Kind.SERVICE, number % busyClinics)
                                        + dates(eve.plusDays(1), eve.plusDays(14))),
                        null);
            case CLINICS_WEEK -> {
                LocalDate monday = eve.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                yield api.request(
                        "GET",
                        path(number % busyClinics, "calendar?from=" + monday + "&to=" + monday.plusDays(6)),
                        null);
            }
        };
    }

    private HttpRequest slots(int doctor, LocalDate from, LocalDate to, String more) {
        int clinic = doctor / DOCTORS_OF_BUSY;
        String query = "slots?serviceId=" + id(Kind.SERVICE, clinic) + "&doctorId=" + id(Kind.DOCTOR, doctor);
        return api.request("GET", path(clinic, query + dates(from, to) + more), null);
    }

    /** The request that books the slot of this number, the doctors in turn, after the days that are asked about. */
    HttpRequest booking(int number) {
        int doctors = busyClinics * DOCTORS_OF_BUSY;
        int doctor = number % doctors;
        int slot = number / doctors;
        int clinic = doctor / DOCTORS_OF_BUSY;
        LocalDate date = weekdays.get(2 * DAYS_AHEAD + slot / SLOTS_OF_DAY);
        int minute = OPENS * 60 + slot % SLOTS_OF_DAY * MINUTES;
        return api.request(
                "POST",
                path(clinic, "appointments"),
                Map.of(
                        "doctorId", id(Kind.DOCTOR, doctor),
                        "serviceId", id(Kind.SERVICE, clinic),
                        "patientId", id(Kind.PATIENT, clinic * PATIENTS_OF_CLINIC + number * 7 % PATIENTS_OF_CLINIC),
                        "start", "%sT%02d:%02d:00Z".formatted(date, minute / 60, minute % 60)));
    }

    private static String path(int clinic, String rest) {
        return "/api/v1/clinics/" + id(Kind.CLINIC, clinic) + "/" + rest;
    }

    private static String dates(LocalDate from, LocalDate to) {
        return "&from=" + from + "&to=" + to;
    }

    /** What has an id that its number gives. */
    private enum Kind {
        CLINIC(1),
        DOCTOR(2),
        SERVICE(3),
        PATIENT(4);

        /** As {@link Past} has it. */
        final int digit;

        Kind(int digit) {
            this.digit = digit;
        }
    }

    private static UUID id(Kind kind, int number) {
        return UUID.fromString("%08x-0000-7000-8000-%012x".formatted(kind.digit, number));
    }
}
