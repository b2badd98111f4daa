package org.housecall.booking.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.booking.FreedTimes;
import org.housecall.booking.WaitingEntry;
import org.housecall.booking.WaitingList;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Dates;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who waits for a visit, and what was offered to them. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/waiting-list")
class WaitingListController {

    private final WaitingList waiting;
    private final FreedTimes freedTimes;

    WaitingListController(WaitingList waiting, FreedTimes freedTimes) {
        this.waiting = waiting;
        this.freedTimes = freedTimes;
    }

    @Requires(Permission.VIEW_APPOINTMENTS)
    @GetMapping
    Page<WaitingEntryView> list(
            @PathVariable UUID clinicId, @RequestParam WaitingEntry.@Nullable Status status, Viewer viewer) {
        return Page.of(waiting.visibleTo(viewer, status).stream()
                .map(entry -> WaitingEntryView.of(entry, viewer))
                .toList());
    }

    @Requires(Permission.BOOK_APPOINTMENT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@PathVariable UUID clinicId, @Valid @RequestBody NewWaitingEntry wanted, Viewer viewer) {
        return new Created(waiting.add(viewer, wanted.toWish()));
    }

    @Requires(Permission.BOOK_APPOINTMENT)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        waiting.remove(
                waiting.visibleTo(viewer, id).orElseThrow(Problem::notFound).id());
    }

    /** Books the slot that was offered. */
    @Requires(Permission.BOOK_APPOINTMENT)
    @PostMapping("/{id}/offers/{offerId}/accept")
    @ResponseStatus(HttpStatus.CREATED)
    Created accept(@PathVariable UUID clinicId, @PathVariable UUID id, @PathVariable UUID offerId, Viewer viewer) {
        return new Created(freedTimes.accept(viewer, id, offerId).id());
    }

    /** The next who fits is asked at once. */
    @Requires(Permission.BOOK_APPOINTMENT)
    @PostMapping("/{id}/offers/{offerId}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable UUID clinicId, @PathVariable UUID id, @PathVariable UUID offerId, Viewer viewer) {
        freedTimes.decline(viewer, id, offerId);
    }

    /** Dates and times of the clinic's zone. */
    record NewWaitingEntry(
            @NotNull UUID patientId,
            @NotNull UUID serviceId,
            @Nullable UUID doctorId,
            @NotNull LocalDate firstDate,
            @NotNull LocalDate lastDate,
            @Nullable LocalTime fromTime,
            @Nullable LocalTime toTime) {

        WaitingList.Wish toWish() {
            if (lastDate.isBefore(firstDate)) {
                throw Problem.invalid("lastDate", "availability.until.before");
            }
            boolean one = (fromTime == null) != (toTime == null);
            if (one || (fromTime != null && toTime != null && !fromTime.isBefore(toTime))) {
                throw Problem.invalid("toTime", "booking.waiting.times");
            }
            return new WaitingList.Wish(
                    patientId, serviceId, doctorId, new Dates(firstDate, lastDate), fromTime, toTime);
        }
    }

    record Created(UUID id) {}

    record WaitingEntryView(
            UUID id,
            UUID patientId,
            String patientName,
            UUID serviceId,
            String serviceName,
            @Nullable UUID doctorId,
            @Nullable String doctorName,
            LocalDate firstDate,
            LocalDate lastDate,
            @Nullable LocalTime fromTime,
            @Nullable LocalTime toTime,
            WaitingEntry.Status status,
            @Nullable UUID appointmentId,
            Instant createdAt,
            List<WaitingEntry.Offer> offers) {

        static WaitingEntryView of(WaitingEntry it, Viewer viewer) {
            return new WaitingEntryView(
                    it.id(),
                    it.patientId(),
                    it.patientName(),
                    it.serviceId(),
                    viewer.worksIn(CurrentClinic.id()) ? it.serviceName() : it.publicServiceName(),
                    it.doctorId(),
                    it.doctorName(),
                    it.firstDate(),
                    it.lastDate(),
                    it.fromTime(),
                    it.toTime(),
                    it.status(),
                    it.appointmentId(),
                    it.createdAt(),
                    it.offers());
        }
    }
}
