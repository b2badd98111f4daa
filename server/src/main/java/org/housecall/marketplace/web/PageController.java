package org.housecall.marketplace.web;

import org.housecall.access.Public;
import org.housecall.booking.PublicPages;
import org.housecall.clinics.Clinics;
import org.housecall.marketplace.ListedPage;
import org.housecall.marketplace.ListedPages;
import org.housecall.marketplace.Listings;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages that Zoom's listing links to, of the installation and of each clinic. */
@RestController
class PageController {

    private static final String WHY =
            "Zoom and its users must be able to read it; it says who publishes the app, and nothing of anyone else.";
    private static final String CLINIC = "/c/{slug}";

    private final ListedPages listedPages;
    private final Listings listings;
    private final Clinics clinics;
    private final PublicPages pages;

    PageController(ListedPages listedPages, Listings listings, Clinics clinics, PublicPages pages) {
        this.listedPages = listedPages;
        this.listings = listings;
        this.clinics = clinics;
        this.pages = pages;
    }

    @Public(WHY)
    @GetMapping({"/legal/privacy", CLINIC + "/legal/privacy"})
    ResponseEntity<String> privacy(@PathVariable(required = false) @Nullable String slug) {
        return answer(ListedPage.PRIVACY, slug);
    }

    @Public(WHY)
    @GetMapping({"/legal/terms", CLINIC + "/legal/terms"})
    ResponseEntity<String> terms(@PathVariable(required = false) @Nullable String slug) {
        return answer(ListedPage.TERMS, slug);
    }

    @Public(WHY)
    @GetMapping({"/support", CLINIC + "/support"})
    ResponseEntity<String> support(@PathVariable(required = false) @Nullable String slug) {
        return answer(ListedPage.SUPPORT, slug);
    }

    @Public(WHY)
    @GetMapping({"/help/zoom", CLINIC + "/help/zoom"})
    ResponseEntity<String> help(@PathVariable(required = false) @Nullable String slug) {
        return answer(ListedPage.HELP, slug);
    }

    private ResponseEntity<String> answer(ListedPage page, @Nullable String slug) {
        if (slug == null) {
            return pages.answer(listedPages.html(page, listings.current()));
        }
        return clinics.findBySlug(slug)
                .map(clinic -> CurrentClinic.in(clinic.id(), () -> listedPages.html(page, listings.current())))
                .map(pages::answer)
                .orElseGet(pages::notFound);
    }
}
