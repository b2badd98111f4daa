package org.housecall.clinics.web;

import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.clinics.Departures;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Somebody leaves a clinic. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}")
class DepartureController {

    private final Departures departures;

    DepartureController(Departures departures) {
        this.departures = departures;
    }

    /** Ends all that the person of a doctor's, receptionist's or clinic admin's record may do in the clinic. */
    @Requires(Permission.REMOVE_STAFF)
    @PostMapping("/staff/{staffId}/departure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable UUID clinicId, @PathVariable UUID staffId, Viewer viewer) {
        departures.leave(staffId, viewer);
    }
}
