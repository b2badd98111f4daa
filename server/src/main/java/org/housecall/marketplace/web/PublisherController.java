package org.housecall.marketplace.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.marketplace.Publisher;
import org.housecall.marketplace.Publishers;
import org.housecall.marketplace.readiness.ReadinessWatch;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who publishes the Zoom app of a clinic, or of the installation where the route names no clinic. */
@RestController
@RequestMapping({"/api/v1/clinics/{clinicId}/marketplace/publisher", "/api/v1/marketplace/publisher"})
class PublisherController {

    private static final List<String> COUNTRIES = Arrays.asList(Locale.getISOCountries());

    private final Publishers publishers;
    private final ReadinessWatch readiness;

    PublisherController(Publishers publishers, ReadinessWatch readiness) {
        this.publishers = publishers;
        this.readiness = readiness;
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping
    PublisherView show() {
        return PublisherView.of(publishers.current());
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @PutMapping
    PublisherView replace(@Valid @RequestBody PublisherView publisher) {
        publishers.save(publisher.toPublisher());
        readiness.somethingChanged();
        return show();
    }

    /** What is left out or empty is not known. */
    record PublisherView(
            @Nullable @Size(max = 200) String company,
            @Nullable @Email @Size(max = 320) String contactEmail,
            @Nullable @Size(max = 500) String address,
            @Nullable String country,
            @Nullable @Size(max = 200) String supportHours,
            @Nullable @Size(max = 200) String firstResponse) {

        static PublisherView of(Publisher publisher) {
            return new PublisherView(
                    publisher.company(),
                    publisher.contactEmail(),
                    publisher.address(),
                    publisher.country(),
                    publisher.supportHours(),
                    publisher.firstResponse());
        }

        Publisher toPublisher() {
            String code = oneLine(country);
            if (code != null && !COUNTRIES.contains(code)) {
                throw Problem.invalid("country", "marketplace.country.unknown");
            }
            return new Publisher(
                    oneLine(company),
                    oneLine(contactEmail),
                    lines(address),
                    code,
                    oneLine(supportHours),
                    oneLine(firstResponse));
        }

        private static @Nullable String oneLine(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
        }

        private static @Nullable String lines(@Nullable String text) {
            return text == null || text.isBlank()
                    ? null
                    : text.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.joining("\n"));
        }
    }
}
