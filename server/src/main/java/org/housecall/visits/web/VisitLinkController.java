package org.housecall.visits.web;

import java.net.URI;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.Problem;
import org.housecall.visits.VisitLinks;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The visit link of an appointment, for those who may see the appointment. */
@RestController
@RequestMapping("/api/v1/clinics/{clinicId}/appointments/{id}/visit-link")
class VisitLinkController {

    private final Appointments appointments;
    private final VisitLinks links;
    private final Audit audit;

    VisitLinkController(Appointments appointments, VisitLinks links, Audit audit) {
        this.appointments = appointments;
        this.links = links;
        this.audit = audit;
    }

    @Requires(Permission.VIEW_VISIT_LINK)
    @GetMapping
    ResponseEntity<VisitLink> show(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        Appointment appointment = appointments.visibleTo(viewer, id).orElseThrow(Problem::notFound);
        audit.record(Action.VISIT_LINK_VIEWED, id);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new VisitLink(links.of(appointment.id())));
    }

    @Requires(Permission.REVOKE_VISIT_LINK)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID clinicId, @PathVariable UUID id, Viewer viewer) {
        Appointment appointment = appointments.visibleTo(viewer, id).orElseThrow(Problem::notFound);
        links.revoke(appointment.id());
    }

    record VisitLink(URI url) {}
}
