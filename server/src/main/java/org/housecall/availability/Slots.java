package org.housecall.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.housecall.availability.Timetable.Booker;
import org.housecall.platform.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Free slots: open hours less the time given away, within the clinic's booking rules. */
@Component
public class Slots {

    private static final int NEXT_FREE_DAYS = 14;
    private static final int NEXT_FREE = 5;

    private final Timetables timetables;

    Slots(Timetables timetables) {
        this.timetables = timetables;
    }

    /**
     * What to look for.
     *
     * @param doctorId null: any doctor who offers the service
     * @param zone that the dates are meant in; null: the clinic's
     * @param limit the first so many
     */
    public record Search(
            UUID serviceId,
            @Nullable UUID doctorId,
            Dates dates,
            @Nullable ZoneId zone,
            Booker booker,
            int limit) {}

    /** Free slots in order of their start; empty where there is no such service. */
    @Transactional(readOnly = true)
    public Optional<List<Slot>> free(Search search) {
        return timetables
                .of(search.serviceId(), search.doctorId(), search.dates())
                .map(table -> {
                    ZoneId zone = search.zone() == null ? table.zone() : search.zone();
                    return table.free(search.dates(), zone, search.booker()).stream()
                            .limit(search.limit())
                            .toList();
                });
    }

    /** Does work that claims a doctor's time; where somebody else was faster, the next free slots are offered. */
    public <T> T orNextFree(UUID serviceId, UUID doctorId, Instant start, Booker booker, Supplier<T> work) {
        try {
            return work.get();
        } catch (DoctorTime.TimeTaken e) {
            throw new SlotTaken(nextFree(serviceId, doctorId, start, booker), e instanceof DoctorTime.HostTaken);
        }
    }

    /** What to say where a time went to somebody faster; to be asked outside the transaction that lost. */
    public SlotTaken taken(UUID serviceId, UUID doctorId, Instant start, Booker booker) {
        return new SlotTaken(nextFree(serviceId, doctorId, start, booker), false);
    }

    private List<Slot> nextFree(UUID serviceId, UUID doctorId, Instant from, Booker booker) {
        LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate();
        Dates dates = new Dates(first.minusDays(1), first.plusDays(NEXT_FREE_DAYS));
        return free(new Search(serviceId, doctorId, dates, null, booker, Integer.MAX_VALUE)).orElseThrow().stream()
                .filter(slot -> !slot.start().isBefore(from))
                .limit(NEXT_FREE)
                .toList();
    }
}
