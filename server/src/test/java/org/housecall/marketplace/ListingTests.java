package org.housecall.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Contact;
import org.housecall.zoom.Scope;
import org.junit.jupiter.api.Test;

class ListingTests {

    private static final UUID ID = UUID.fromString("0199e0a0-0000-7000-8000-000000000001");

    @Test
    void namesTheAppAsZoomAllows() {
        assertThat(listing("Harbour Street Clinic").appName()).isEqualTo("Harbour Street Clinic for Zoom");
        assertThat(listing("The Harbour Street Clinic for Children and Parents").appName())
                .isEqualTo("The Harbour Street Clinic for Children for Zoom")
                .hasSizeLessThanOrEqualTo(50);
        assertThat(listing("H".repeat(200)).appName()).isEqualTo("H".repeat(41) + " for Zoom");
    }

    @Test
    void knowsAClinicsPagesFromTheInstallations() {
        Listing clinics = listing("Harbour");
        Listing installations = new Listing(
                null,
                Publisher.UNKNOWN,
                "Nobody yet",
                clinics.baseUrl(),
                clinics.redirectUrl(),
                clinics.webhookUrl(),
                clinics.scopes());

        assertThat(clinics.url(ListedPage.HELP)).hasToString("https://visits.example/c/harbour/help/zoom");
        assertThat(clinics.settingsUrl()).hasToString("https://visits.example/clinics/" + ID + "/settings/zoom");
        assertThat(installations.url(ListedPage.HELP)).hasToString("https://visits.example/help/zoom");
        assertThat(installations.appName()).isEqualTo("Housecall for Zoom");
    }

    private static Listing listing(String owner) {
        return new Listing(
                new Clinic(ID, owner, "harbour", ZoneOffset.UTC, Contact.NONE, List.of("en")),
                Publisher.UNKNOWN,
                owner,
                URI.create("https://visits.example"),
                URI.create("https://visits.example/zoom/callback"),
                URI.create("https://visits.example/zoom/webhooks/1"),
                Scope.required());
    }
}
