package org.housecall.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.housecall.availability.Availability.DayException;
import org.housecall.availability.Availability.WeeklyHours;
import org.housecall.availability.Timetable.Booker;
import org.housecall.clinics.BookingRules;
import org.housecall.clinics.Service;
import org.housecall.platform.Dates;
import org.housecall.platform.Interval;
import org.junit.jupiter.api.Test;

/**
 * Slots against {@link SlowSlots}: random hours, exceptions, holidays, time given away and rules, on the dates around
 * every clock change of the zones below in two years. {@code -Dhousecall.slots.rounds=50} tries more of them for each
 * change, {@code -Dhousecall.slots.seed=2} others.
 */
class TimetableTests {

    private static final long SEED = Long.getLong("housecall.slots.seed", 1);
    private static final int ROUNDS = Integer.getInteger("housecall.slots.rounds", 10);
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2028-11-30T00:00:00Z");
    /** Changes at midnight and at other hours, by half an hour, around the date line, at odd offsets, and none at all. */
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "Europe/London",
            "Europe/Dublin",
            "Africa/Casablanca",
            "Africa/Cairo",
            "Asia/Beirut",
            "Asia/Jerusalem",
            "America/New_York",
            "America/St_Johns",
            "America/Havana",
            "America/Santiago",
            "America/Nuuk",
            "Australia/Lord_Howe",
            "Australia/Adelaide",
            "Pacific/Chatham",
            "Pacific/Auckland",
            "Antarctica/Troll",
            "Asia/Kathmandu",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago");

    private final Random random = new Random(SEED);

    @Test
    void findsTheSameSlotsAsTheSlowWay() {
        int tried = 0;
        int found = 0;
        for (String zone : ZONES) {
            for (LocalDate date : remarkable(ZoneId.of(zone))) {
                for (int round = 0; round < ROUNDS; round++) {
                    found += compare(ZoneId.of(zone), date);
                    tried++;
                }
            }
        }
        System.out.println("slots: seed " + SEED + ", " + tried + " timetables, " + found + " slots");
        assertThat(found).isPositive();
    }

    /** The dates of the clock changes; where there are none, any. */
    private static List<LocalDate> remarkable(ZoneId zone) {
        List<LocalDate> dates = new ArrayList<>();
        ZoneOffsetTransition change = zone.getRules().nextTransition(NOW);
        while (change != null && change.getInstant().isBefore(LAST)) {
            dates.add(change.getDateTimeBefore().toLocalDate());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return dates.isEmpty() ? List.of(LocalDate.of(2027, 2, 28), LocalDate.of(2028, 2, 29)) : dates;
    }

    private int compare(ZoneId zone, LocalDate around) {
        Timetable table = table(zone, around);
        DoctorHours doctor = table.doctors().getFirst();
        LocalDate first = around.minusDays(random.nextInt(3));
        Dates dates = new Dates(first, first.plusDays(random.nextInt(4)));
        ZoneId datesIn = random.nextBoolean() ? zone : ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Booker booker = random.nextBoolean() ? Booker.PATIENT : Booker.STAFF;

        List<Slot> slots = table.free(dates, datesIn, booker);

        NavigableSet<Instant> slow = new SlowSlots(table, doctor).free(dates, datesIn, booker);
        assertThat(slots)
                .as("seed %d: %s in %s, of %s", SEED, dates, datesIn, table)
                .extracting(Slot::start)
                .containsExactlyElementsOf(slow);
        for (Slot slot : slots) {
            Interval visit = new Interval(slot.start(), slot.end());
            assertThat(table.refusal(doctor, visit, booker)).as("%s", slot).isEmpty();
        }
        return slots.size();
    }

    private Timetable table(ZoneId zone, LocalDate around) {
        Service service = service();
        BookingRules rules = new BookingRules(
                random.nextInt(3) * 700,
                1 + random.nextInt(4),
                random.nextBoolean() ? null : 5 + random.nextInt(90),
                random.nextInt(3) == 0 ? 1 + random.nextInt(4) : null,
                0,
                0,
                10);
        Instant now = around.minusDays(2)
                .atStartOfDay(zone)
                .toInstant()
                .plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)))
                .plusSeconds(random.nextInt(60));
        List<Dates> holidays = some(2, () -> dates(around));
        DoctorHours doctor = new DoctorHours(
                UUID.randomUUID(), "Doctor", UUID.randomUUID(), availability(around), taken(zone, around), null);
        return new Timetable(service, zone, rules, holidays, List.of(doctor), now);
    }

    private Service service() {
        return new Service(
                UUID.randomUUID(),
                "Consultation",
                null,
                null,
                Service.Mode.VIDEO,
                5 + random.nextInt(120),
                random.nextInt(3) * 10,
                random.nextInt(3) * 15,
                null,
                null,
                null,
                Service.BookableBy.EVERYONE,
                true,
                List.of());
    }

    private Availability availability(LocalDate around) {
        List<WeeklyHours> weekly = IntStream.range(0, 1 + random.nextInt(14))
                .mapToObj(_ -> new WeeklyHours(
                        DayOfWeek.of(1 + random.nextInt(7)),
                        time(),
                        time(),
                        random.nextInt(4) == 0 ? around.plusDays(random.nextInt(5) - 2) : null,
                        random.nextInt(4) == 0 ? around.plusDays(2 + random.nextInt(3)) : null))
                .toList();
        List<DayException> exceptions = some(4, () -> {
            boolean wholeDay = random.nextInt(3) == 0;
            Dates dates = dates(around);
            return new DayException(
                    dates.first(),
                    dates.last(),
                    wholeDay ? null : time(),
                    wholeDay ? null : time(),
                    random.nextBoolean(),
                    null);
        });
        return new Availability(weekly, exceptions);
    }

    /** Anything, but often the hours at which clocks change, and midnight. */
    private LocalTime time() {
        return switch (random.nextInt(4)) {
            case 0 -> LocalTime.of(random.nextInt(5), 30 * random.nextInt(2));
            case 1 -> LocalTime.MIDNIGHT;
            default -> LocalTime.of(random.nextInt(24), random.nextInt(60));
        };
    }

    private Dates dates(LocalDate around) {
        LocalDate first = around.plusDays(random.nextInt(6) - 3);
        return new Dates(first, first.plusDays(random.nextInt(3)));
    }

    private List<Interval> taken(ZoneId zone, LocalDate around) {
        Instant from = around.minusDays(3).atStartOfDay(zone).toInstant();
        return Stream.generate(() -> Interval.of(
                        from.plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60))),
                        Duration.ofMinutes(5 + random.nextInt(200))))
                .limit(random.nextInt(12))
                .sorted(Comparator.comparing(Interval::start))
                .collect(Collectors.toList());
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(most + 1)).toList();
    }
}
