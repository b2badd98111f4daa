package org.housecall.appointments.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Booking;
import org.housecall.appointments.Series;
import org.housecall.clinics.Service;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Appointments that repeat. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/appointments/{id}")
class SeriesController {

    private final Series series;

    SeriesController(Series series) {
        this.series = series;
    }

    /** The visits that would repeat this one, with what stands in their way. Nothing is booked. */
    @Requires(Permission.BOOK_SERIES)
    @PostMapping("/repetition/plan")
    Page<Series.PlannedVisit> plan(
            @PathVariable UUID clinicId,
            @PathVariable UUID id,
            @Valid @RequestBody RepetitionRule rule,
            Viewer viewer) {
        return Page.of(series.plan(viewer, id, rule.toRule()));
    }

    /** Books the visits that repeat this one, all or none. */
    @Requires(Permission.BOOK_SERIES)
    @PostMapping("/repetition")
    @ResponseStatus(HttpStatus.CREATED)
    Page<InSeries> repeat(
            @PathVariable UUID clinicId, @PathVariable UUID id, @Valid @RequestBody Repetition wanted, Viewer viewer) {
        return page(series.repeat(viewer, id, wanted.everyWeeks(), wanted.starts()));
    }

    /** What a change of this visit and those that follow in its series would come to. Nothing is changed. */
    @Requires(Permission.BOOK_SERIES)
    @PostMapping("/following/plan")
    Page<Series.PlannedVisit> planChange(
            @PathVariable UUID clinicId,
            @PathVariable UUID id,
            @Valid @RequestBody FollowingChange change,
            Viewer viewer) {
        return Page.of(series.planChange(viewer, id, change.toChange(viewer, clinicId)));
    }

    /** Changes this visit and those that follow in its series, all or none. */
    @Requires(Permission.BOOK_SERIES)
    @PatchMapping("/following")
    Page<InSeries> change(
            @PathVariable UUID clinicId,
            @PathVariable UUID id,
            @Valid @RequestBody FollowingChange change,
            Viewer viewer) {
        return page(series.changeFollowing(viewer, id, change.toChange(viewer, clinicId)));
    }

    /** Cancels this visit and those that follow in its series. */
    @Requires(Permission.BOOK_SERIES)
    @PostMapping("/following/cancel")
    Page<InSeries> cancel(
            @PathVariable UUID clinicId,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable FollowingCancellation cancellation,
            Viewer viewer) {
        return page(series.cancelFollowing(viewer, id, cancellation == null ? null : cancellation.reason()));
    }

    private static Page<InSeries> page(List<Appointment> appointments) {
        return Page.of(appointments.stream().map(InSeries::of).toList());
    }

    /** Until a date, or so often, the first included. */
    record RepetitionRule(
            @NotNull @Min(1) @Max(52) Integer everyWeeks,
            @Nullable @Min(2) @Max(Series.MOST) Integer count,
            @Nullable LocalDate until) {

        Series.Rule toRule() {
            if ((count == null) == (until == null)) {
                throw Problem.invalid("count", "appointments.series.end");
            }
            return new Series.Rule(everyWeeks, count, until);
        }
    }

    record Repetition(
            @NotNull @Min(1) @Max(52) Integer everyWeeks,
            @NotEmpty @Size(max = Series.MOST) List<@NotNull Instant> starts) {}

    record FollowingChange(
            @Nullable Instant start,
            @Nullable UUID doctorId,
            @Nullable UUID serviceId,
            Service.@Nullable Mode mode) {

        Booking.Change toChange(Viewer viewer, UUID clinicId) {
            if (doctorId != null && !viewer.may(Permission.REASSIGN_APPOINTMENT, clinicId)) {
                throw Problem.forbidden();
            }
            return new Booking.Change(start, doctorId, serviceId, mode, null);
        }
    }

    record FollowingCancellation(@Nullable @Size(max = 500) String reason) {}

    record InSeries(UUID id, Appointment.Status status, Instant start, Instant end, UUID doctorId, int version) {
        static InSeries of(Appointment it) {
            return new InSeries(it.id(), it.status(), it.start(), it.end(), it.doctorId(), it.version());
        }
    }
}
