package org.housecall.availability.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.availability.Holds;
import org.housecall.availability.Timetable.Booker;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Slots held while a form is filled in. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/holds")
class HoldController {

    private final Holds holds;

    HoldController(Holds holds) {
        this.holds = holds;
    }

    @Requires(Permission.BOOK_APPOINTMENT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Holds.Hold place(@PathVariable UUID clinicId, @Valid @RequestBody NewHold wanted, Viewer viewer) {
        Booker booker = Booker.of(viewer);
        return holds.place(
                viewer.accountId(),
                new Holds.Wish(wanted.doctorId(), wanted.serviceId(), wanted.start(), wanted.replaces()),
                booker);
    }

    /** Gives a hold back, so that others find the slot free at once. */
    @Requires(Permission.BOOK_APPOINTMENT)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        if (!holds.giveBack(viewer.accountId(), id)) {
            throw Problem.notFound();
        }
    }

    record NewHold(
            @NotNull UUID doctorId,
            @NotNull UUID serviceId,
            @NotNull Instant start,
            @Nullable UUID replaces) {}
}
