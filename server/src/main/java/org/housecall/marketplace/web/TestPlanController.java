package org.housecall.marketplace.web;

import org.housecall.access.Public;
import org.housecall.booking.PublicPages;
import org.housecall.clinics.Clinics;
import org.housecall.marketplace.Listings;
import org.housecall.marketplace.reviewer.TestPlan;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The test plan as a page, of the installation and of each clinic. */
@RestController
class TestPlanController {

    private final TestPlan plan;
    private final Listings listings;
    private final Clinics clinics;
    private final PublicPages pages;

    TestPlanController(TestPlan plan, Listings listings, Clinics clinics, PublicPages pages) {
        this.plan = plan;
        this.listings = listings;
        this.clinics = clinics;
        this.pages = pages;
    }

    @Public("Zoom must be able to read it; it says how the app is tried, and holds no sign-in.")
    @GetMapping({TestPlan.PATH, "/c/{slug}" + TestPlan.PATH})
    ResponseEntity<String> testPlan(@PathVariable(required = false) @Nullable String slug) {
        if (slug == null) {
            return pages.answer(plan.html(listings.current()));
        }
        return clinics.findBySlug(slug)
                .map(clinic -> CurrentClinic.in(clinic.id(), () -> plan.html(listings.current())))
                .map(pages::answer)
                .orElseGet(pages::notFound);
    }
}
