package org.housecall.availability.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.availability.Slot;
import org.housecall.availability.Slots;
import org.housecall.availability.Timetable.Booker;
import org.housecall.clinics.TimeZones;
import org.housecall.platform.Dates;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Free slots. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/slots")
class SlotController {

    static final int MOST_DAYS = 90;

    private static final int MOST = 20_000;

    private final Slots slots;

    SlotController(Slots slots) {
        this.slots = slots;
    }

    /**
     * Free slots in order.
     *
     * @param doctorId without it, of any doctor who offers the service
     * @param zone that the dates are meant in, an IANA id; without it the clinic's
     * @param limit the first so many: 1 is the first free
     */
    @Requires(Permission.VIEW_SERVICES)
    @GetMapping
    Page<Slot> free(
            @PathVariable UUID clinicId,
            @RequestParam UUID serviceId,
            @RequestParam @Nullable UUID doctorId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam @Nullable String zone,
            @RequestParam(defaultValue = "" + MOST) @Min(1) @Max(MOST) int limit,
            Viewer viewer) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Problem.invalid("to", "availability.slots.range", MOST_DAYS);
        }
        Booker booker = Booker.of(viewer);
        ZoneId datesIn = zone == null || zone.isBlank() ? null : TimeZones.known("zone", zone);
        Slots.Search search = new Slots.Search(serviceId, doctorId, new Dates(from, to), datesIn, booker, limit);
        return Page.of(
                slots.free(search).orElseThrow(() -> Problem.invalid("serviceId", "availability.service.unknown")));
    }
}
