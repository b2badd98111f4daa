package org.housecall.availability.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.availability.LeftOutside;
import org.housecall.clinics.Holiday;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a holiday would hit, before it is saved. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/holidays/preview")
class HolidayPreviewController {

    private final LeftOutside leftOutside;
    private final Audit audit;

    HolidayPreviewController(LeftOutside leftOutside, Audit audit) {
        this.leftOutside = leftOutside;
        this.audit = audit;
    }

    /** Changes nothing. */
    @Requires(Permission.MANAGE_CLINIC)
    @PostMapping
    LeftOutsideView preview(@PathVariable UUID clinicId, @Valid @RequestBody HolidayDates holiday) {
        var visits = leftOutside.by(Holiday.dates(holiday.firstDate(), holiday.lastDate()));
        if (!visits.isEmpty()) {
            audit.recordOnceAnHour(Action.APPOINTMENTS_LISTED, null);
        }
        return LeftOutsideView.of(visits);
    }

    record HolidayDates(
            @NotNull LocalDate firstDate, @NotNull LocalDate lastDate) {}
}
