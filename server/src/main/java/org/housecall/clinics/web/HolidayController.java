package org.housecall.clinics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Holiday;
import org.housecall.clinics.Holidays;
import org.housecall.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The holidays of a clinic. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/holidays")
class HolidayController {

    private final Holidays holidays;
    private final Clinics clinics;
    private final Clock clock;

    HolidayController(Holidays holidays, Clinics clinics, Clock clock) {
        this.holidays = holidays;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Those that are not over. */
    @Requires(Permission.VIEW_AVAILABILITY)
    @GetMapping
    Page<HolidayView> list(@PathVariable UUID clinicId) {
        LocalDate today = LocalDate.now(clock.withZone(clinics.current().timeZone()));
        return Page.of(holidays.from(today).stream().map(HolidayView::of).toList());
    }

    @Requires(Permission.MANAGE_CLINIC)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    HolidayView add(@PathVariable UUID clinicId, @Valid @RequestBody NewHoliday holiday) {
        return HolidayView.of(
                holidays.add(holiday.name().strip(), Holiday.dates(holiday.firstDate(), holiday.lastDate())));
    }

    @Requires(Permission.MANAGE_CLINIC)
    @DeleteMapping("/{holidayId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID clinicId, @PathVariable UUID holidayId) {
        holidays.remove(holidayId);
    }

    record NewHoliday(
            @NotBlank @Size(max = 200) String name,
            @NotNull LocalDate firstDate,
            @NotNull LocalDate lastDate) {}

    record HolidayView(UUID id, String name, LocalDate firstDate, LocalDate lastDate) {
        static HolidayView of(Holiday it) {
            return new HolidayView(
                    it.id(), it.name(), it.dates().first(), it.dates().last());
        }
    }
}
