package org.housecall.availability.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.availability.Slot;
import org.housecall.availability.Slots;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Service;
import org.housecall.clinics.Services;
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

    private final Slots slots;
    private final Services services;
    private final Clinics clinics;

    SlotController(Slots slots, Services services, Clinics clinics) {
        this.slots = slots;
        this.services = services;
        this.clinics = clinics;
    }

    @Requires(Permission.VIEW_SERVICES)
    @GetMapping
    Page<Slot> free(
            @PathVariable UUID clinicId,
            @RequestParam UUID serviceId,
            @RequestParam @Nullable UUID doctorId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Problem.invalid("to", "availability.slots.range", MOST_DAYS);
        }
        Service service = services.find(serviceId)
                .orElseThrow(() -> Problem.invalid("serviceId", "availability.service.unknown"));
        List<UUID> doctorIds = doctorId == null ? service.doctorIds() : List.of(doctorId);
        return Page.of(
                slots.free(service, doctorIds, from, to, clinics.current().timeZone()));
    }
}
