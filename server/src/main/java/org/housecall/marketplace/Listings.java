package org.housecall.marketplace;

import java.util.UUID;
import org.housecall.booking.PublicPages;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.marketplace.texts.TextSlot;
import org.housecall.marketplace.texts.WrittenTexts;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.PlatformSettings;
import org.housecall.zoom.Connecting;
import org.housecall.zoom.Scope;
import org.housecall.zoom.Webhooks;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomApps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Under which values the current clinic's own Zoom app is published, or the installation's where no clinic is set. */
@Component
public class Listings {

    private final Clinics clinics;
    private final Publishers publishers;
    private final WrittenTexts texts;
    private final PublicPages pages;
    private final ZoomApps apps;
    private final PlatformSettings platform;

    Listings(
            Clinics clinics,
            Publishers publishers,
            WrittenTexts texts,
            PublicPages pages,
            ZoomApps apps,
            PlatformSettings platform) {
        this.clinics = clinics;
        this.publishers = publishers;
        this.texts = texts;
        this.pages = pages;
        this.apps = apps;
        this.platform = platform;
    }

    public Listing current() {
        UUID owner = CurrentClinic.idOrNone();
        Clinic clinic = owner.equals(CurrentClinic.NONE) ? null : clinics.current();
        Publisher publisher = publishers.current();
        return new Listing(
                clinic,
                publisher,
                owner(clinic, publisher),
                platform.baseUrl(),
                platform.url(Connecting.CALLBACK),
                platform.url(Webhooks.PATH + ZoomApp.idOf(owner, ZoomApp.Kind.GENERAL)),
                apps.of(owner, ZoomApp.Kind.GENERAL).map(ZoomApp::scopes).orElseGet(Scope::required),
                texts.of(TextSlot.NAME).orElse(null));
    }

    private String owner(@Nullable Clinic clinic, Publisher publisher) {
        if (publisher.company() != null) {
            return publisher.company();
        }
        return clinic != null ? clinic.name().replaceAll("\\s+", " ") : pages.message("marketplace.owner.unknown");
    }
}
