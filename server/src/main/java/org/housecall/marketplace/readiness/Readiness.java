package org.housecall.marketplace.readiness;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.Listings;
import org.housecall.zoom.Observation.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what of a submission is ready, what is not, and what is not known, each with its evidence. */
@Component
public class Readiness {

    static final List<ReadinessCheck> CHECKS = List.of(
            new BaseUrlIsPublic(),
            new TlsIsSafe(),
            new HeadersProtect(),
            new CredentialsAccepted(),
            new RedirectUrlEntered(),
            new ScopesGranted(),
            new ScopesUsed(),
            new ConnectWorks(),
            new SeenToWork("add", Fact.ADDED),
            new SeenToWork("decline", Fact.DECLINED),
            new SeenToWork("disconnect", Fact.DISCONNECTED),
            new DeauthorizationWorks(),
            new WebhookHeard(),
            new PagesComplete(),
            new TextsFinished(),
            new DocumentsComplete(),
            new PicturesComplete(),
            new ReviewerGetsIn());

    /** Checks of the server itself, whoever's app they are made for. */
    private static final Set<String> OF_SERVER = Set.of("base-url", "tls", "headers");

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
    public ReadinessReport look() {
        Observed observed = observer.observe(listings.current());
        return new ReadinessReport(
                observed.now().truncatedTo(ChronoUnit.MICROS), // as it is kept
                CHECKS.stream().map(check -> item(check, observed)).toList());
    }

    static boolean isOfServer(Item item) {
        return OF_SERVER.contains(item.id());
    }

    Item item(ReadinessCheck check, Observed observed) {
        return item(check.id(), check.judge(observed), observed.listing());
    }

    Item item(String id, Outcome outcome, Listing listing) {
        String key = "marketplace.readiness." + id;
        Object[] values =
                outcome.values().stream().map(value -> words(value, listing)).toArray();
        return new Item(
                id,
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
            case Map<?, ?> times ->
                times.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + words(entry.getValue(), listing))
                        .collect(Collectors.joining(", "));
            case List<?> parts ->
                parts.stream()
                        .map(part -> pages.message("marketplace.publisher." + part))
                        .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
