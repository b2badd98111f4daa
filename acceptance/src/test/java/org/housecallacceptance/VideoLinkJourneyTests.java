package org.housecallacceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What keeps a visit from lacking its link unnoticed: alarms, meetings that wait, Zoom accounts and what they allow, and the comparison with Zoom. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VideoLinkJourneyTests extends DemoJourneys {

    private static final String TANAKA = "Dr. Mei Tanaka";
    private static final String OKAFORS_ZOOM = "jonas.okafor@harbour-street.example";

    /** A round a minute looks for missing links; what has been missing for two is told of, what is there again taken back. */
    private static final double ROUNDS_MILLIS = 4 * PATIENCE_MILLIS;

    private final APIRequestContext zoom = newRequests(demo.zoom());

    @AfterAll
    void endRequests() {
        zoom.dispose();
    }

    @Test
    @Order(1)
    void frontDeskSeesTheDayBeforeWhoCannotHost() {
        try (Visitor reception = visitor("Receptionist")) {
            Locator tomorrow = reception
                    .page()
                    .getByRole(
                            AriaRole.REGION,
                            new Page.GetByRoleOptions().setName("Not ready for tomorrow’s video visits"));
            assertThat(tomorrow).containsText(TANAKA);
            assertThat(tomorrow).containsText("The doctor has not connected Zoom");
            reception.lookBothWays("31-not-ready-for-tomorrow");
        }
    }

    @Test
    @Order(2)
    void doctorIsAskedBeforeAColleaguesZoomAccountMoves() {
        try (Visitor doctor = visitor("Doctor ");
                Visitor mailbox = new Visitor(browser, demo)) {
            doctor.open("My Zoom");
            doctor.press("Connect to Zoom");
            doctor.page().getByLabel(OKAFORS_ZOOM).check();
            doctor.press("Allow");
            doctor.sees("Somebody else has this Zoom account");
            doctor.sees(OKAFORS_ZOOM + " is connected to Dr. Jonas Okafor.");
            doctor.lookBothWays("32-somebody-else-has-it");

            doctor.press("Leave it where it was");
            doctor.sees("Not connected");
            doctor.lookBothWays("32-left");
            mailbox.page().navigate(demo.mailbox());
            assertThat(mailbox.page()
                            .getByRole(AriaRole.ARTICLE)
                            .filter(containing("to " + OKAFORS_ZOOM))
                            .first())
                    .containsText("Zoom");
            mailbox.look("32-told-by-mail");
        }
        try (Visitor colleague = new Visitor(browser, demo).signIn(OKAFORS_ZOOM)) {
            colleague.open("My Zoom");
            colleague.sees("Needs reconnecting");
            colleague.lookBothWays("32-needs-reconnecting");
            colleague.press("Connect again");
            colleague.page().getByLabel(OKAFORS_ZOOM).check();
            colleague.press("Allow");
            colleague.sees("Zoom is connected");
        }
    }

    @Test
    @Order(3)
    void clinicAdminComparesTheMeetingsWithZoom() {
        String meeting = laterMeetingOf(OKAFORS_ZOOM);
        post(
                "/control/meetings/" + meeting + "/change",
                Map.of("topic", "My own name for it", "settings", Map.of("waiting_room", false)));
        try (Visitor admin = visitor("Clinic admin")) {
            admin.open("Zoom app");
            admin.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Meetings compared with Zoom"))
                    .click();
            admin.press("Compare now");
            admin.sees("Asked for by somebody.");
            assertThat(admin.button("Compare now")).isEnabled();
            admin.sees("Meetings in doubt");
            admin.lookBothWays("33-compared");
        }
    }

    @Test
    @Order(4)
    void clinicAdminChangesTheSecretTokenAndSeesHowDoctorsReachZoom() {
        try (Visitor admin = visitor("Clinic admin")) {
            Page page = admin.page();
            admin.open("Zoom app");
            admin.sees("Doctors and Zoom");
            admin.sees("Today at Zoom");
            page.getByLabel("Secret token of the event subscription").fill("a-new-secret-token");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .first()
                    .click();
            admin.sees("Two secret tokens are accepted");
            admin.lookBothWays("34-two-secret-tokens");
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("One account for all"))
                    .click();
            admin.lookBothWays("34-one-account-for-all");
        }
    }

    @Test
    @Order(5)
    void frontDeskSeesVisitsThatBeginSoonWithoutALinkAndTakesCare() {
        try (Visitor reception = visitor("Receptionist")) {
            Page page = reception.page();
            assertThat(page.getByText(Pattern.compile("video visits? .*no working link"))
                            .first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(ROUNDS_MILLIS));
            reception.lookBothWays("35-alarm-on-the-front-desk");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See what can be done"))
                    .click();
            reception.sees("No way in yet");
            Locator visits = page.getByRole(AriaRole.LISTITEM).filter(containing(TANAKA));
            assertThat(visits.first()).containsText("The doctor has not connected Zoom");
            visits.last()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Details"))
                    .click();
            reception.sees("Zoom has not been asked yet.");
            reception.lookBothWays("35-video-links");

            visits.first()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("I take care of it"))
                    .click();
            assertThat(visits.first()).containsText("takes care of it since");
            reception.lookBothWays("35-taken-care-of");
        }
    }

    @Test
    @Order(6)
    void doctorConnectsABasicAccountAndIsToldWhatItLacks() {
        String email = demo.beside("Doctor on call");
        put("/control/users/" + email, Map.of("type", 1));
        try (Visitor doctor = visitor("Doctor on call");
                Visitor reception = visitor("Receptionist")) {
            doctor.open("My Zoom");
            doctor.press("Connect to Zoom");
            doctor.page().getByLabel(email).check();
            doctor.press("Allow");
            doctor.sees("Zoom is connected");
            doctor.sees("40 minutes");
            assertThat(doctor.button("Check again")).isVisible();
            doctor.lookBothWays("36-basic-account");

            put("/control/users/" + email, Map.of("type", 2));
            doctor.press("Check again");
            doctor.sees("Meetings can be made here as they should be.");

            // The links come by themselves, and the alarm goes.
            reception.open("Video links");
            assertThat(reception.page().getByRole(AriaRole.LINK).filter(containing(TANAKA)))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(ROUNDS_MILLIS));
            reception.lookBothWays("36-links-are-there");
        }
    }

    /** One that the night's comparison has on its list too. */
    private String laterMeetingOf(String email) {
        JsonArray meetings = JsonParser.parseString(
                        zoom.get("/control/meetings?host=" + email).text())
                .getAsJsonArray();
        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        for (JsonElement meeting : meetings) {
            if (meeting.getAsJsonObject().get("status").getAsString().equals("waiting")
                    && meeting.getAsJsonObject().get("start_time").getAsString().compareTo(tomorrow) > 0) {
                return meeting.getAsJsonObject().get("id").getAsString();
            }
        }
        throw new AssertionError("No meeting in the days ahead: " + meetings);
    }

    private void put(String path, Map<String, Object> body) {
        done(zoom.put(path, RequestOptions.create().setData(body)));
    }

    private void post(String path, Map<String, Object> body) {
        done(zoom.post(path, RequestOptions.create().setData(body)));
    }

    private static void done(APIResponse answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
