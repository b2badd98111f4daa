package org.housecall.visits.web;

import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.Viewer;
import org.housecall.visits.LinkRenewal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For a patient whose address was changed: what was sent to the old one leads nowhere any more. */
@RestController
class LinkRenewalController {

    private final LinkRenewal renewal;

    LinkRenewalController(LinkRenewal renewal) {
        this.renewal = renewal;
    }

    /** Replaces the links of the patient's visits to come that were given out, and mails the new ones. */
    @Requires(Permission.REVOKE_VISIT_LINK)
    @PostMapping("/api/v1/clinics/{clinicId}/patients/{patientId}/visit-links/renew")
    LinkRenewal.Renewal renew(@PathVariable UUID clinicId, @PathVariable UUID patientId, Viewer viewer) {
        return renewal.renew(viewer, patientId);
    }
}
