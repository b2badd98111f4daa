package org.housecall.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.PlainPage;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BookingPageTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final JsonNode details =
            clinic.administrator.get("/api/v1/clinics/" + clinic.id).json();

    @Test
    void offersServicesWithTheirNextFreeTimes() {
        JsonNode first = firstSlot();
        Instant start = Instant.parse(first.path("start").asString());

        PlainPage page = page().isPlain();

        assertThat(page.answer().status()).isEqualTo(200);
        assertThat(page.text("h1", 0)).isEqualTo("Book a visit with " + name());
        assertThat(page.html())
                .contains("Consultation", "Video visit, 30 minutes", "the clinic&#39;s time zone, UTC")
                .contains(format(start, ZoneOffset.UTC, "EEEE, d MMMM yyyy"))
                .contains(format(start, ZoneOffset.UTC, "HH:mm") + " with Doctor");
        assertThat(page.links())
                .contains("/clinics/" + clinic.id + "/book?serviceId=" + clinic.serviceId + "&doctorId="
                        + clinic.doctorId)
                .contains("/c/" + slug() + "/support", "/c/" + slug() + "/legal/privacy");
    }

    @Test
    void dropsATimeThatIsTaken() {
        String first = firstSlot().path("start").asString();
        String shown = format(Instant.parse(first), ZoneOffset.UTC, "HH:mm") + " with Doctor";
        assertThat(page().html()).contains(shown);

        assertThat(clinic.book(first).status()).isEqualTo(201);

        assertThat(page().html()).doesNotContain(shown);
    }

    @Test
    void showsTimesInTheClinicsZone() {
        SampleClinic india = new SampleClinic(clinic.administrator, "Asia/Kolkata");
        Instant start = Instant.parse(firstSlot(india).path("start").asString());

        PlainPage page = PlainPage.at("/book/" + slug(india)).isPlain();

        assertThat(page.html())
                .contains("Asia/Kolkata")
                .contains(format(start, ZoneId.of("Asia/Kolkata"), "HH:mm") + " with Doctor");
    }

    @Test
    void saysWhenThereIsNoFreeTime() {
        String doctor = clinic.addDoctor("away-" + UUID.randomUUID() + "@example.com");
        clinic.administrator.put(
                clinic.path("doctors/" + doctor + "/availability"),
                Map.of("weekly", List.of(), "exceptions", List.of()));
        clinic.addService("IN_PERSON", doctor);

        assertThat(page().isPlain().html()).contains("At the clinic, 30 minutes", "No free time in the next 14 days");
    }

    @Test
    void saysWhenThereIsNothingToBook() {
        String slug = "empty-" + UUID.randomUUID().toString().substring(0, 8);
        clinic.administrator.post("/api/v1/clinics", Map.of("name", "Empty", "slug", slug, "timeZone", "UTC"));

        assertThat(PlainPage.at("/book/" + slug).isPlain().html())
                .contains("There is nothing to book here yet", "No account yet?");
    }

    @Test
    void answersAnUnknownClinicInPlainWords() {
        PlainPage page = PlainPage.at("/book/no-such-clinic").isPlain();

        assertThat(page.answer().status()).isEqualTo(404);
        assertThat(page.html()).contains("No clinic has this address");
        assertThat(page.header("cache-control")).contains("no-store");
    }

    @Test
    void namesNoPatientAndNoAddress() {
        clinic.book(firstSlot().path("start").asString());

        assertThat(page().html()).doesNotContain("Patient ", "@example.com");
    }

    @Test
    void takesAHostileNameForText() {
        String slug = "hostile-" + UUID.randomUUID().toString().substring(0, 8);
        clinic.administrator.post(
                "/api/v1/clinics", Map.of("name", "<script>alert(1)</script>'{0}", "slug", slug, "timeZone", "UTC"));

        assertThat(PlainPage.at("/book/" + slug).html())
                .doesNotContain("<script")
                .contains("Book a visit with &lt;script&gt;alert(1)&lt;/script&gt;&#39;{0}");
    }

    @Test
    void mayBeKeptForAMinuteAndNeedsOnlyOurStylesheet() {
        PlainPage page = page();

        assertThat(page.header("cache-control")).isEqualTo("max-age=60, public");
        assertThat(page.html()).contains("<link rel=\"stylesheet\" href=\"/pages.css\">");
        Api.Answer stylesheet = TestServer.nobody().get("/pages.css");
        assertThat(stylesheet.status()).isEqualTo(200);
        assertThat(stylesheet.response().headers().firstValue("content-type")).hasValue("text/css;charset=UTF-8");
        assertThat(stylesheet.response().headers().allValues("set-cookie")).isEmpty();
    }

    private PlainPage page() {
        return PlainPage.at("/book/" + slug());
    }

    private String name() {
        return details.path("name").asString();
    }

    private String slug() {
        return details.path("slug").asString();
    }

    private static String slug(SampleClinic clinic) {
        return clinic.administrator
                .get("/api/v1/clinics/" + clinic.id)
                .json()
                .path("slug")
                .asString();
    }

    private JsonNode firstSlot() {
        return firstSlot(clinic);
    }

    private static JsonNode firstSlot(SampleClinic clinic) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return clinic.administrator
                .get(clinic.path("slots?serviceId=" + clinic.serviceId + "&from=" + today + "&to=" + today.plusDays(2)))
                .json()
                .path("items")
                .path(0);
    }

    private static String format(Instant time, ZoneId zone, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time.atZone(zone));
    }
}
