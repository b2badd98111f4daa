package org.housecall.booking.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.housecall.access.Public;
import org.housecall.booking.Offers;
import org.housecall.booking.PublicPages;
import org.housecall.booking.PublicPages.Frame;
import org.housecall.booking.PublicPages.Link;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.Contact;
import org.housecall.platform.CurrentClinic;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A clinic's page for everyone who wants a visit: what can be booked, and when. */
@RestController
class BookingPageController {

    private final Clinics clinics;
    private final Offers offers;
    private final PublicPages pages;

    BookingPageController(Clinics clinics, Offers offers, PublicPages pages) {
        this.clinics = clinics;
        this.offers = offers;
        this.pages = pages;
    }

    @Public("What a clinic offers and when is meant for everyone; it names no patient.")
    @GetMapping("/book/{slug}")
    ResponseEntity<String> show(@PathVariable String slug) {
        return clinics.findBySlug(slug)
                .map(clinic -> pages.answer(html(clinic)))
                .orElseGet(pages::notFound);
    }

    private String html(Clinic clinic) {
        List<Link> links = List.of(
                new Link("/c/" + clinic.slug() + "/support", pages.message("booking.support")),
                new Link("/c/" + clinic.slug() + "/legal/privacy", pages.message("booking.privacy")));
        return pages.html(
                "booking/book",
                new Frame(clinic.name(), "", "/book/" + clinic.slug(), links),
                Map.of(
                        "clinic",
                        clinic,
                        "reached",
                        waysToReach(clinic),
                        "offers",
                        CurrentClinic.in(clinic.id(), offers::all),
                        "days",
                        Offers.DAYS,
                        "form",
                        "/clinics/" + clinic.id() + "/book"));
    }

    /** How anyone reaches the clinic, as far as it says so. */
    private List<Way> waysToReach(Clinic clinic) {
        Contact contact = clinic.contact();
        String phone = contact.phone();
        String email = contact.email();
        return Stream.of(
                        new Way("phone", phone, phone == null ? null : "tel:" + phone.replaceAll("[^+\\d]", "")),
                        new Way("email", email, email == null ? null : "mailto:" + email),
                        new Way("address", contact.address(), null),
                        new Way("website", contact.website(), contact.website()),
                        new Way("languages", languages(clinic), null))
                .filter(way -> way.text() != null)
                .toList();
    }

    private @Nullable String languages(Clinic clinic) {
        Locale reader = pages.language();
        if (clinic.languages().equals(List.of(reader.toLanguageTag()))) {
            return null;
        }
        return clinic.languages().stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayName(reader))
                .collect(Collectors.joining(", "));
    }

    /** One way to reach a clinic; the label is a message. */
    record Way(
            String label, @Nullable String text, @Nullable String href) {}
}
