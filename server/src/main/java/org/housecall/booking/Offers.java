package org.housecall.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.availability.Slot;
import org.housecall.availability.Slots;
import org.housecall.availability.Timetable.Booker;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Doctor;
import org.housecall.clinics.Doctors;
import org.housecall.clinics.Service;
import org.housecall.clinics.Services;
import org.housecall.platform.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What anyone may know of a clinic's services: when they can be had next. */
@Component
public class Offers {

    public static final int DAYS = 14;

    private static final int TIMES = 6;

    private final Services services;
    private final Doctors doctors;
    private final Clinics clinics;
    private final Slots slots;
    private final Clock clock;

    Offers(Services services, Doctors doctors, Clinics clinics, Slots slots, Clock clock) {
        this.services = services;
        this.doctors = doctors;
        this.clinics = clinics;
        this.slots = slots;
        this.clock = clock;
    }

    /** A service with its next free times by date, both in the clinic's zone. */
    public record Offer(Service service, List<Day> days) {}

    /** A date on which there is a free time. */
    public record Day(LocalDate date, List<FreeTime> times) {}

    /** A free time and the doctor who has it. */
    public record FreeTime(LocalTime time, UUID doctorId, String doctor) {}

    /** The current clinic's services that some doctor offers, each with its first free times within {@value #DAYS} days. */
    @Transactional(readOnly = true)
    public List<Offer> all() {
        ZoneId zone = clinics.current().timeZone();
        Map<UUID, String> names = doctors.all().stream().collect(Collectors.toMap(Doctor::id, Doctor::name));
        return services.all().stream()
                .filter(service -> service.active() && service.bookableBy() == Service.BookableBy.EVERYONE)
                .filter(service -> !service.doctorIds().isEmpty())
                .map(service -> new Offer(service, days(service, zone, names)))
                .toList();
    }

    private List<Day> days(Service service, ZoneId zone, Map<UUID, String> names) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Dates dates = new Dates(today, today.plusDays(DAYS - 1));
        return slots
                .free(new Slots.Search(service.id(), null, dates, zone, Booker.PATIENT, TIMES))
                .orElseThrow()
                .stream()
                .collect(Collectors.groupingBy(
                        slot -> slot.start().atZone(zone).toLocalDate(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> new Day(
                        day.getKey(),
                        day.getValue().stream()
                                .map(slot -> freeTime(slot, zone, names))
                                .toList()))
                .toList();
    }

    private static FreeTime freeTime(Slot slot, ZoneId zone, Map<UUID, String> names) {
        return new FreeTime(
                slot.start().atZone(zone).toLocalTime(), slot.doctorId(), names.getOrDefault(slot.doctorId(), ""));
    }
}
