package org.housecall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.housecall.access.KnownClinics;
import org.housecall.access.RecentSignIn;
import org.housecall.access.SignedIn;
import org.housecall.access.SingleSignOnLinks;
import org.housecall.access.Viewer;
import org.housecall.access.signon.SigningOn;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Page;
import org.housecall.platform.PlatformSettings;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The single sign-ons of the clinics one works in, and which of them open one's own account. */
@RestController
@RequestMapping("/api/v1/account/single-sign-on")
class SignOnLinkController {

    private final SingleSignOnLinks links;
    private final SigningOn signingOn;
    private final KnownClinics clinics;
    private final PlatformSettings platform;

    SignOnLinkController(
            SingleSignOnLinks links, SigningOn signingOn, KnownClinics clinics, PlatformSettings platform) {
        this.links = links;
        this.signingOn = signingOn;
        this.clinics = clinics;
        this.platform = platform;
    }

    @SignedIn
    @GetMapping
    Page<SignOnLinkView> listSignOnLinks(Viewer viewer) {
        Set<UUID> own = viewer.clinicsWorkedIn();
        return Page.of(links.offeredBy(own).stream()
                .map(id -> new SignOnLinkView(id, clinics.nameOf(id), links.isVouchedFor(id, viewer.accountId())))
                .toList());
    }

    @SignedIn
    @RecentSignIn
    @PostMapping("/{clinicId}")
    ResponseEntity<SignOnController.SignOnBegun> linkSignOn(
            @PathVariable UUID clinicId, Viewer viewer, HttpServletRequest request) {
        if (!viewer.clinicsWorkedIn().contains(clinicId)) {
            throw Problem.notFound();
        }
        return SignOnController.begun(signingOn.link(clinicId, viewer.accountId(), request.getRemoteAddr()), platform);
    }

    @SignedIn
    @RecentSignIn
    @DeleteMapping("/{clinicId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlinkSignOn(@PathVariable UUID clinicId, Viewer viewer) {
        if (!viewer.belongsTo(clinicId)) {
            throw Problem.notFound();
        }
        // Its clinic's trail is where the linking stands, too.
        CurrentClinic.in(clinicId, () -> {
            links.unlink(clinicId, viewer.accountId());
            return clinicId;
        });
    }

    record SignOnLinkView(UUID clinicId, String clinicName, boolean linked) {}
}
