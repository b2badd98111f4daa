package org.housecall.appointments;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.housecall.appointments.Absence.AffectedVisit;
import org.housecall.appointments.Absence.Colleague;
import org.housecall.availability.Slot;
import org.housecall.availability.Timetable;
import org.housecall.availability.Timetable.Booker;
import org.housecall.availability.Timetables;
import org.housecall.platform.Dates;
import org.housecall.platform.Interval;
import org.springframework.stereotype.Component;

/** Where visits of an absence could go: one query for each service, however many visits, doctors and days. */
@Component
class WaysOut {

    private static final int DAYS_AFTER = 14;
    private static final int OFFERED = 3;

    private final Timetables timetables;

    WaysOut(Timetables timetables) {
        this.timetables = timetables;
    }

    /**
     * For each visit, in order.
     *
     * @param stretches when the doctor is away
     * @param colleagues whether others come into question
     */
    List<AffectedVisit> of(Absence absence, List<Interval> stretches, List<Appointment> visits, boolean colleagues) {
        Search search = new Search(absence, stretches, colleagues, dates(absence, visits));
        return visits.stream().map(search::affected).toList();
    }

    private static Dates dates(Absence absence, List<Appointment> visits) {
        LocalDate first = absence.timeOff().date().minusDays(1);
        // Whoever has left will not be back, so nobody waits for the end of it.
        LocalDate last = absence.doctor().left() && !visits.isEmpty()
                ? visits.getLast().start().atZone(ZoneOffset.UTC).toLocalDate()
                : absence.timeOff().lastDate();
        return new Dates(first, Dates.later(first, last).plusDays(DAYS_AFTER));
    }

    private final class Search {

        private final UUID away;
        private final List<Interval> stretches;
        private final boolean colleagues;
        private final Dates dates;
        private final Map<UUID, Optional<Choices>> byService = new HashMap<>();
        private final Map<UUID, List<Interval>> offered = new HashMap<>();

        Search(Absence absence, List<Interval> stretches, boolean colleagues, Dates dates) {
            this.away = absence.doctor().id();
            this.stretches = stretches;
            this.colleagues = colleagues;
            this.dates = dates;
        }

        AffectedVisit affected(Appointment visit) {
            Choices choices =
                    byService.computeIfAbsent(visit.serviceId(), this::choices).orElse(null);
            if (choices == null) {
                return new AffectedVisit(visit, List.of(), List.of(), List.of());
            }
            return new AffectedVisit(
                    visit,
                    colleagues ? colleagues(choices.table(), visit) : List.of(),
                    offer(choices, visit, slot -> slot.doctorId().equals(away)),
                    colleagues ? offer(choices, visit, slot -> !slot.doctorId().equals(away)) : List.of());
        }

        private Optional<Choices> choices(UUID serviceId) {
            return timetables
                    .of(serviceId, colleagues ? null : away, dates)
                    .map(table -> new Choices(
                            table,
                            table.free(dates, table.zone(), Booker.STAFF).stream()
                                    .filter(slot -> !slot.doctorId().equals(away) || isBack(slot))
                                    .toList()));
        }

        private boolean isBack(Slot slot) {
            Interval visit = new Interval(slot.start(), slot.end());
            return stretches.stream().noneMatch(visit::overlaps);
        }

        private List<Colleague> colleagues(Timetable table, Appointment visit) {
            return table.doctors().stream()
                    .filter(doctor -> !doctor.doctorId().equals(away))
                    .map(doctor -> new Colleague(
                            doctor.doctorId(), doctor.name(), table.isFree(doctor, visit.interval(), Booker.STAFF)))
                    .toList();
        }

        private List<Slot> offer(Choices choices, Appointment visit, Predicate<Slot> whose) {
            List<Slot> offer = choices.free().stream()
                    .filter(slot -> slot.start().isAfter(visit.start()))
                    .filter(whose)
                    .filter(slot -> !isOffered(slot, choices.table()))
                    .limit(OFFERED)
                    .toList();
            if (!offer.isEmpty()) {
                Slot first = offer.getFirst();
                offered.computeIfAbsent(first.doctorId(), _ -> new ArrayList<>())
                        .add(claimed(first, choices.table()));
            }
            return offer;
        }

        private boolean isOffered(Slot slot, Timetable table) {
            Interval claimed = claimed(slot, table);
            return offered.getOrDefault(slot.doctorId(), List.of()).stream().anyMatch(claimed::overlaps);
        }

        private static Interval claimed(Slot slot, Timetable table) {
            return table.service().claimedAround(new Interval(slot.start(), slot.end()));
        }
    }

    private record Choices(Timetable table, List<Slot> free) {}
}
