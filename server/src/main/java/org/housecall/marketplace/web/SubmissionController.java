package org.housecall.marketplace.web;

import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.marketplace.pack.Pack;
import org.housecall.marketplace.readiness.Readiness;
import org.housecall.platform.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How ready the Zoom app of a clinic is, or the installation's where the route names no clinic; and all that a submission wants, as one file. */
@RestController
@RequestMapping({"/api/v1/clinics/{clinicId}/marketplace", "/api/v1/marketplace"})
class SubmissionController {

    private static final MediaType ZIP = MediaType.valueOf("application/zip");

    private final Readiness readiness;
    private final Pack pack;

    SubmissionController(Readiness readiness, Pack pack) {
        this.readiness = readiness;
        this.pack = pack;
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/readiness")
    Page<Readiness.Item> readiness() {
        return Page.of(readiness.look());
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/pack")
    ResponseEntity<byte[]> pack() {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("zoom-marketplace.zip")
                                .build()
                                .toString())
                .body(pack.zip());
    }
}
