package org.housecall.marketplace.readiness;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.Listings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what of a submission is ready, what is not, and what is not known, each with its evidence. */
@Component
public class Readiness {

    static final List<ReadinessCheck> CHECKS = List.of(
            new BaseUrlIsPublic(),
            new CredentialsAccepted(),
            new RedirectUrlEntered(),
            new ScopesGranted(),
            new WebhookHeard(),
            new PagesComplete(),
            new DocumentsComplete(),
            new PicturesComplete());

    private final Listings listings;
    private final Observer observer;
    private final PublicPages pages;

    Readiness(Listings listings, Observer observer, PublicPages pages) {
        this.listings = listings;
        this.observer = observer;
        this.pages = pages;
    }

    /**
     * One check's answer, in words.
     *
     * @param remedy how to turn green; null where it is
     */
    public record Item(
            String id,
            String title,
            State state,
            String evidence,
            @Nullable String remedy) {}

    /** Looks at the app of the current clinic, or of the installation. Takes as long as Zoom's answer, at most a few seconds. */
    public List<Item> look() {
        Observed observed = observer.observe(listings.current());
        return CHECKS.stream().map(check -> item(check, observed)).toList();
    }

    Item item(ReadinessCheck check, Observed observed) {
        Outcome outcome = check.judge(observed);
        String key = "marketplace.readiness." + check.id();
        Object[] values = outcome.values().stream()
                .map(value -> words(value, observed.listing()))
                .toArray();
        return new Item(
                check.id(),
                pages.message(key),
                outcome.state(),
                pages.message(key + "." + outcome.finding(), values),
                outcome.state() == State.GREEN
                        ? null
                        : pages.message(key + "." + outcome.finding() + ".remedy", values));
    }

    private String words(Object value, Listing listing) {
        return switch (value) {
            case Instant time -> {
                ZoneId zone = listing.clinic() == null
                        ? ZoneOffset.UTC
                        : listing.clinic().timeZone();
                yield DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV").format(time.atZone(zone));
            }
            case List<?> parts ->
                parts.stream()
                        .map(part -> pages.message("marketplace.publisher." + part))
                        .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
