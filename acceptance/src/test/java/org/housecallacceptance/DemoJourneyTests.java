package org.housecallacceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The main job from end to end, in the order in which a newcomer tries it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoJourneyTests extends DemoJourneys {

    @Test
    @Order(1)
    void clinicAdminSeesTheZoomAppAndTestsIt() {
        try (Visitor admin = visitor("Clinic admin")) {
            admin.look("1-today");
            admin.open("Zoom app");
            assertThat(field(admin.page(), "Redirect URL")).hasValue(demo.clinic() + "/zoom/callback");
            assertThat(field(admin.page(), "Client ID")).not().isEmpty();
            Locator secret = admin.page().getByLabel("Client secret").first();
            assertThat(secret).hasValue("");
            assertThat(secret).hasAttribute("placeholder", "Stored");
            assertThat(admin.button("Copy: Redirect URL")).isVisible();
            admin.look("1-zoom-app");

            admin.press("Test connection");
            admin.sees("Zoom accepts these credentials");
            admin.look("1-zoom-app-tested");
        }
    }

    @Test
    @Order(2)
    void doctorConnectsToZoomByItsConsentPage() {
        try (Visitor doctor = visitor("Doctor ")) {
            String email = demo.beside("Doctor ");
            doctor.open("My Zoom");
            doctor.sees("Not connected");
            doctor.look("2-not-connected");

            doctor.press("Connect to Zoom");
            doctor.page().waitForURL(Pattern.compile(Pattern.quote(demo.zoom()) + "/oauth/authorize.*"));
            doctor.look("2-consent");
            doctor.page().getByLabel(email).check();
            doctor.press("Allow");

            doctor.page().waitForURL(Pattern.compile(".*/settings/zoom.*"));
            doctor.sees("Zoom is connected");
            doctor.sees(email);
            for (String scope : List.of(
                    "meeting:write:meeting",
                    "meeting:read:meeting",
                    "meeting:update:meeting",
                    "meeting:delete:meeting",
                    "user:read:user")) {
                assertThat(doctor.page().getByText(scope, new Page.GetByTextOptions().setExact(true)))
                        .isVisible();
            }
            assertThat(doctor.page().url()).doesNotContain("code=").doesNotContain("state=");
            doctor.look("2-connected");
        }
    }

    @Test
    @Order(3)
    void receptionistBooksAVisitWhoseMeetingBecomesReadyByItself() {
        try (Visitor reception = visitor("Receptionist")) {
            reception.look("3-today");
            reception.press("Book a visit");
            chooseLastFreeTime(reception, "Video consultation", "Dr. Ines Marchetti");
            reception
                    .page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Alma Reyes")))
                    .click();
            reception.look("3-book");
            reception.press("Book the visit");

            reception.page().waitForURL(Pattern.compile(".*/appointments/[0-9a-f-]{36}"));
            assertThat(reception.page().getByRole(AriaRole.HEADING, level(1))).hasText("Appointment");
            reception.sees("The Zoom meeting is ready.");
            assertThat(field(reception.page(), "Visit link")).hasValue(Pattern.compile(".*/visit/.+"));
            assertThat(reception.page().getByText("Start session")).hasCount(0);
            reception.look("3-ready");
        }
    }

    @Test
    @Order(4)
    void patientSignsInByMailedLinkAndBooks() {
        String email = demo.beside("Patient");
        try (Visitor patient = new Visitor(browser, demo)) {
            patient.page().navigate(demo.clinic());
            patient.press("Mail me a sign-in link");
            patient.page()
                    .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Your e-mail address"))
                    .fill(email);
            patient.press("Mail me a sign-in link");
            patient.sees("Look into your mailbox");
            patient.look("4-link-sent");

            String link = linkMailedTo(patient, email, "/sign-in?token=");
            patient.look("4-mailbox");

            patient.takeAnotherDevice();
            patient.page().navigate(link);
            patient.look("4-sign-in-link");
            patient.press("Continue");
            assertThat(patient.page().getByRole(AriaRole.HEADING, level(1))).hasText("Who is it?");
            patient.look("4-who-is-it");
            patient.press("Alma Reyes");
            assertThat(patient.page().getByRole(AriaRole.HEADING, level(1))).hasText("Your visits");
            patient.sees("For Alma Reyes.");
            patient.look("4-your-visits");

            patient.press("Book a visit");
            chooseLastFreeTime(patient, "Video consultation", "Dr. Jonas Okafor");
            patient.press("Book the visit");
            patient.sees("The Zoom meeting is ready.");
            patient.look("4-booked");
        }
    }

    @Test
    @Order(5)
    void doctorStartsTheSessionAndThePatientJoins() {
        try (Visitor doctor = visitor("Doctor on call");
                Visitor patient = new Visitor(browser, demo)) {
            connect(doctor, demo.beside("Doctor on call"));
            doctor.open("Today");
            assertThat(startButtonIn(doctor.page().locator("main")).first()).isVisible();
            doctor.look("5-doctors-today");

            String visitLink = visitLinkOfNextVisit(doctor);
            String appointmentId = doctor.page().url().replaceFirst(".*/appointments/", "");
            patient.page().navigate(visitLink);
            patient.sees("You can join now");
            patient.look("5-visit-page");

            doctor.open("Today");
            Locator visit = doctor.page()
                    .getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions()
                            .setHas(doctor.page().locator("a[href$='" + appointmentId + "']")));
            Page hosting = doctor.inNewTab(startButtonIn(visit)::click);
            assertThat(hosting.getByRole(AriaRole.HEADING, level(1))).hasText("You are the host");
            Visitor.look(hosting, "5-started");
            patient.sees("The doctor is there");
            patient.look("5-doctor-is-there");

            patient.press("Join");
            patient.page().waitForURL(Pattern.compile(Pattern.quote(demo.zoom()) + "/j/.*"));
            patient.page().getByLabel("Your name").fill("A.");
            patient.press("Join");
            patient.look("5-joined");
        }
    }

    @Test
    @Order(6)
    void reschedulingMovesTheMeetingAndCancellingRemovesIt() {
        try (Visitor reception = visitor("Receptionist");
                Visitor zoom = new Visitor(browser, demo)) {
            reception.press("Book a visit");
            chooseLastFreeTime(reception, "Follow-up video", "Dr. Ines Marchetti");
            reception
                    .page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Dana Novak")))
                    .click();
            reception.press("Book the visit");
            reception.sees("The Zoom meeting is ready.");
            String id = zoomMeetingId(reception);
            zoom.page().navigate(demo.zoom());
            String before = startInZoom(zoom, id);

            reception.press("Reschedule");
            Locator dialog = reception.page().getByRole(AriaRole.DIALOG);
            dialog.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(Pattern.compile(".*, \\d{1,2}:\\d\\d.*")))
                    .first()
                    .click();
            reception.look("6-reschedule");
            reception.press("Move the appointment");
            assertThat(dialog).hasCount(0);
            assertThat(rowInZoom(zoom, id)).not().containsText(before, patience());
            zoom.look("6-moved-in-zoom");

            reception.press("Cancel appointment");
            reception.look("6-cancel");
            reception.press("Cancel the appointment");
            reception.sees("There is no meeting any more.");
            assertThat(rowInZoom(zoom, id)).containsText("deleted");
            reception.look("6-cancelled");
        }
    }

    @Test
    @Order(7)
    void disconnectingRevokesAndPurges() {
        String email = demo.beside("Doctor ");
        try (Visitor doctor = visitor("Doctor ");
                Visitor zoom = new Visitor(browser, demo)) {
            doctor.open("My Zoom");
            doctor.press("Disconnect");
            doctor.look("7-disconnect");
            doctor.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Disconnect").setExact(true))
                    .click();
            doctor.sees("Not connected");
            doctor.look("7-disconnected");

            zoom.page().navigate(demo.zoom());
            Locator tokens = zoom.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Tokens"));
            Locator own = tokens.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(email));
            assertThat(own.filter(new Locator.FilterOptions().setHasText("VALID")))
                    .hasCount(0);
            assertThat(own.filter(new Locator.FilterOptions().setHasText("CURRENT")))
                    .hasCount(0);
            zoom.look("7-revoked-in-zoom");
        }
    }

    @Test
    @Order(8)
    void booksByKeyboardAlone() {
        try (Visitor reception = visitor("Receptionist")) {
            Page page = reception.page();
            reception.tabTo("Book a visit");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Book a visit");
            reception.tabTo("Follow-up video");
            page.keyboard().press("Space");
            reception.tabTo(".+, \\d{1,2}:\\d\\d.*");
            page.keyboard().press("Enter");
            reception.tabTo("Find a patient");
            page.keyboard().type("Elif");
            assertThat(page.getByText("Alma Reyes")).hasCount(0);
            reception.tabTo("Elif Aydin");
            page.keyboard().press("Enter");
            reception.tabTo("Book the visit");
            page.keyboard().press("Enter");

            assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Appointment");
            reception.sees("Elif Aydin");
        }
    }

    @Test
    @Order(9)
    void fitsAPhone() {
        try (Visitor doctor = visitor("Doctor on call");
                Visitor patient = new Visitor(browser, demo)) {
            String visitLink = visitLinkOfNextVisit(doctor);
            for (Visitor visitor : List.of(doctor, patient)) {
                visitor.page().setViewportSize(320, 640);
            }
            doctor.fits("appointment");
            String clinic = doctor.page().url().replaceFirst("/appointments/.*", "");
            for (String address :
                    List.of("", "/appointments", "/book", "/patients", "/availability", "/settings/zoom")) {
                doctor.page().navigate(clinic + address);
                doctor.fits("doctor" + address.replace('/', '-'));
            }
            doctor.press("Open the menu");
            doctor.look("9-phone-menu");
            patient.page().navigate(visitLink);
            assertThat(patient.page().getByRole(AriaRole.HEADING, level(1))).hasText("Your visit");
            patient.fits("visit-page");
        }
    }

    @Test
    @Order(10)
    void secondFactorAsksForACodeFromThenOn() {
        String email = demo.beside("Receptionist");
        try (Visitor reception = visitor("Receptionist")) {
            Page page = reception.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your account"))
                    .click();
            reception.sees("This one");
            reception.look("10-account");
            String recovery = setUpAuthenticatorApp(reception);
            reception.look("10-recovery-codes");
            page.setViewportSize(320, 640);
            reception.fits("account");
            page.setViewportSize(1280, 860);

            reception.press("Sign out");
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("E-mail address"))
                    .first()
                    .fill(email);
            page.getByLabel("Password").first().fill(demo.password());
            reception.press("Sign in");
            field(page, "Code").fill(recovery);
            reception.look("10-code");
            reception.press("Sign in");
            assertThat(reception.button("Sign out")).isVisible();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your account"))
                    .click();
            reception.sees("9 recovery codes left");
            turnOffSecondFactor(reception);
        }
    }

    @Test
    @Order(11)
    void clinicAdminRequiresASecondFactorOfAllStaff() {
        try (Visitor admin = visitor("Clinic admin")) {
            admin.open("Signing in");
            admin.sees("Not required");
            admin.look("11-not-required");
            admin.press("Require it of all staff");
            admin.sees("Set up a second factor in your own account first");
            admin.look("11-needs-one-first");
            admin.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Set one up in your account"))
                    .click();
            setUpAuthenticatorApp(admin);
            admin.page().navigate(demo.clinic());
            admin.open("Signing in");
            admin.press("Require it of all staff");
            admin.sees("Required of all staff");
            admin.look("11-required");

            try (Visitor reception = visitor("Receptionist")) {
                reception.sees("One step more");
                reception.look("11-one-step-more");
                reception.press("Set up a second factor");
                setUpAuthenticatorApp(reception);
                reception.page().navigate(demo.clinic());
                reception.open("Patients");
                reception.sees("Alma Reyes");
                turnOffSecondFactor(reception);
                reception.expects("403"); // who has none was kept out
                reception.expects("A second factor is needed here"); // as React writes it down
            }
            admin.press("Do not require it");
            admin.sees("Not required");
            turnOffSecondFactor(admin);
            admin.expects("409"); // who has none was told so
        }
    }

    @Test
    @Order(12)
    void administratorStartsSomebodyElsesVisitWithAReason() {
        try (Visitor doctor = visitor("Doctor on call");
                Visitor administrator = visitor("Administrator")) {
            visitLinkOfNextVisit(doctor);
            assertThat(startButtonIn(doctor.page().locator("main")).first()).isVisible();
            administrator.page().navigate(doctor.page().url());
            administrator.press("Start as Administrator");
            administrator.page().getByLabel("Reason").fill("Her camera does not work");
            administrator.look("12-reason");
            Page hosting = administrator.inNewTab(() -> administrator.press("Start session"));
            assertThat(hosting.getByRole(AriaRole.HEADING, level(1))).hasText("You are the host");

            doctor.page().reload();
            doctor.sees("Her camera does not work");
            doctor.look("12-doctor-sees-the-reason");
        }
    }

    @Test
    @Order(19)
    void receptionistChangesTheSignInAddressByBothMailboxes() {
        String before = demo.beside("Receptionist");
        String after = "front-desk@harbour-street.example";
        try (Visitor reception = visitor("Receptionist");
                Visitor mailboxes = new Visitor(browser, demo)) {
            reception
                    .page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your account"))
                    .click();
            field(reception.page(), "New address").fill(after);
            reception.press("Change the address");
            reception.sees(after + " waits to be confirmed");
            reception.look("13-waits");
            for (String address : List.of(after, before)) {
                mailboxes.page().navigate(linkMailedTo(mailboxes, address, "/confirm-address?token="));
                mailboxes.look("13-confirm");
                mailboxes.press("Confirm");
                mailboxes.sees(address.equals(after) ? "The other mailbox has to confirm" : "Done.");
            }
            mailboxes.look("13-changed");
            reception.page().reload();
            reception.sees("You sign in with " + after);
        }
    }

    @Test
    @Order(20)
    void passkeySignsInWithoutAnAddress() {
        try (Visitor admin = visitor("Clinic admin")) {
            Page page = admin.page();
            plugInAuthenticator(page);
            openAccount(page);
            admin.press("Add a passkey");
            assertThat(field(page, "Name")).hasValue("Chrome, Linux");
            admin.look("14-new-passkey");
            admin.press("Continue");
            admin.sees("Not used yet.");
            admin.press("Rename: Chrome, Linux");
            field(page, "Name").fill("Front desk");
            admin.look("14-rename");
            admin.press("Save");
            assertThat(admin.button("Remove: Front desk")).isVisible();
            admin.look("14-passkeys");
            page.setViewportSize(320, 640);
            admin.fits("passkeys");
            page.setViewportSize(1280, 860);

            admin.press("Sign out");
            assertThat(admin.button("Sign in with a passkey")).isVisible();
            admin.look("14-sign-in");
            admin.press("Sign in with a passkey");
            assertThat(admin.button("Sign out")).isVisible();

            openAccount(page);
            admin.sees("Last used");
            admin.press("Remove: Front desk");
            admin.look("14-remove");
            askOnceToConfirm(page, "**/api/v1/account/passkeys/*");
            admin.press("Remove");
            admin.sees("Is it still you?");
            admin.look("14-confirm");
            admin.press("Use a passkey");
            assertThat(admin.button("Remove: Front desk")).hasCount(0);

            admin.press("Sign out");
            admin.press("Sign in with a passkey");
            admin.sees("It is not known here, was removed");
            admin.look("14-removed");
            admin.expects("403"); // the question
        }
    }

    @Test
    @Order(16)
    void receptionistDragsAVisitToAnotherTimeAndTakesItBack() {
        try (Visitor reception = visitor("Receptionist")) {
            Page page = reception.page();
            Locator visit = firstMovableVisitOfALaterDay(reception);
            String before = visit.innerText();
            String day = page.url();

            drag(visit, 70);
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText(Pattern.compile("From .+To .+", Pattern.DOTALL));
            reception.look("16-move");
            reception.press("Leave it where it is");
            assertThat(visit).hasText(before, new LocatorAssertions.HasTextOptions().setUseInnerText(true));

            drag(visit, 70);
            reception.press("Move the appointment");
            reception.sees("now comes on");
            assertThat(visit).not().hasText(before, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
            reception.look("16-moved");
            reception.press("Undo");
            assertThat(page.getByText("now comes on")).hasCount(0);
            assertThat(visit).hasText(before, new LocatorAssertions.HasTextOptions().setUseInnerText(true));

            page.getByText("Week", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page).hasURL(Pattern.compile(".*view=week.*"));
            reception.look("16-week");
            page.goBack();
            assertThat(page).hasURL(day);
            assertThat(visit).isVisible();
        }
    }

    @Test
    @Order(17)
    void receptionistMovesAVisitAgainstTheRulesWithAReason() {
        try (Visitor reception = visitor("Receptionist")) {
            Page page = reception.page();
            firstMovableVisitOfALaterDay(reception).getByRole(AriaRole.LINK).click();
            reception.press("Reschedule");
            reception.press("Another time, not offered");
            page.getByLabel("Day", new Page.GetByLabelOptions().setExact(true))
                    .fill(demo.today().plusDays(400).toString());
            page.getByLabel("Time", new Page.GetByLabelOptions().setExact(true)).fill("10:00");
            reception.press("Choose this time");
            reception.press("Move the appointment");
            reception.sees("must be within"); // so many days
            reception.press("Book anyway");
            page.getByLabel("Reason").fill("She is abroad until then");
            reception.look("17-against-the-rules");
            reception.press("Book against the rules");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            reception.sees("She is abroad until then");
            reception.look("17-moved");
            reception.expects("422"); // what was refused first
        }
    }

    @Test
    @Order(18)
    void frontDeskChecksInWhoeverComesAndSeesWhoIsWithTheDoctor() {
        try (Visitor reception = visitor("Receptionist")) {
            Page page = reception.page();
            Locator checkIn = page.getByRole(
                            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Check in: ")))
                    .last();
            String patient = checkIn.getAttribute("aria-label").replace("Check in: ", "");
            checkIn.click();
            reception.sees("Waiting: 1 patient");
            reception.look("18-waiting");
            reception.press("Undo check-in: " + patient);
            assertThat(page.getByText("Waiting: 1 patient")).hasCount(0);
            checkIn.click();
            reception.sees("Waiting: 1 patient");
            // Those who wait come first; the same patient may have another visit today.
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin: " + patient))
                    .first()
                    .click();
            Locator inProgress = page.getByRole(
                    AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("^With the doctor: ")));
            assertThat(inProgress.getByText(patient).first()).isVisible();
            reception.look("18-with-the-doctor");
        }
    }

    /** The last of all: the one whom nothing can be booked with after it. */
    @Test
    @Order(100)
    void doctorLeavesAndTheVisitsWaitForSomebodyElse() {
        try (Visitor admin = visitor("Clinic admin");
                Visitor doctor = visitor("Doctor on call")) {
            admin.open("Staff");
            admin.look("15-staff");
            admin.press("Dr. Mei Tanaka leaves the clinic");
            admin.look("15-leaves");
            admin.press("Leaves now");

            assertThat(admin.page().getByRole(AriaRole.HEADING, level(1))).hasText("Doctor away");
            assertThat(admin.page().getByText("Dr. Mei Tanaka has left the clinic"))
                    .isVisible();
            admin.press("Cancel the rest");
            admin.look("15-visits-of-the-one-who-left");
            admin.press("Preview the messages");
            assertThat(admin.page().getByText("Nothing has been changed or sent yet."))
                    .isVisible();
            admin.look("15-messages-of-the-one-who-left");
            admin.press("Confirm and send");
            assertThat(admin.page().getByText("What happened")).isVisible();
            admin.look("15-what-happened");
            doctor.page().reload();
            assertThat(doctor.button("Sign in")).isVisible();
        }
    }

    /** On the account's page; the first of the recovery codes. */
    private static String setUpAuthenticatorApp(Visitor visitor) {
        Page page = visitor.page();
        visitor.press("Set up an authenticator app");
        String secret = field(page, "Or type this key").inputValue();
        visitor.look("10-authenticator");
        field(page, "Code from the app").fill(codeOf(secret));
        visitor.press("Turn on");
        visitor.sees("Keep these recovery codes");
        return page.locator("pre").innerText().lines().findFirst().orElseThrow();
    }

    private static void turnOffSecondFactor(Visitor visitor) {
        Page page = visitor.page();
        openAccount(page);
        visitor.press("Turn off");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Turn off"))
                .click();
        assertThat(visitor.button("Set up an authenticator app")).isVisible();
    }

    private static void openAccount(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your account"))
                .click();
    }

    /** One that is built into the device and knows its user. */
    private static void plugInAuthenticator(Page page) {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        browser.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    /** As if the sign-in were ten minutes old. */
    private static void askOnceToConfirm(Page page, String address) {
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(403)
                        .setContentType("application/problem+json")
                        .setBody("{\"code\": \"sign-in-again\"}")),
                new Page.RouteOptions().setTimes(1));
    }

    private static String codeOf(String secret) {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm()), Instant.now());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private void connect(Visitor doctor, String email) {
        doctor.open("My Zoom");
        doctor.press("Connect to Zoom");
        doctor.page().getByLabel(email).check();
        doctor.press("Allow");
        doctor.sees("Zoom is connected");
    }

    /** In the calendar, on the next day that has any. */
    private static Locator firstMovableVisitOfALaterDay(Visitor visitor) {
        Page page = visitor.page();
        visitor.open("Appointments");
        page.getByText("Day", new Page.GetByTextOptions().setExact(true)).click();
        Locator visits = page.locator("[data-movable]");
        for (int days = 0; days < 7; days++) {
            page.waitForResponse(Pattern.compile(".*/calendar\\?.*"), () -> visitor.press("Later"));
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Calendar")))
                    .isVisible();
            if (visits.count() > 0) {
                return visits.first();
            }
        }
        throw new AssertionError("No visit in the days ahead");
    }

    /** By the mouse, so many pixels down. */
    private static void drag(Locator visit, double down) {
        visit.scrollIntoViewIfNeeded();
        BoundingBox box = visit.boundingBox();
        Mouse mouse = visit.page().mouse();
        mouse.move(box.x + 40, box.y + 8);
        mouse.down();
        mouse.move(box.x + 40, box.y + 8 + down / 2);
        mouse.move(box.x + 40, box.y + 8 + down, new Mouse.MoveOptions().setSteps(5));
        mouse.up();
    }

    private static Locator startButtonIn(Locator place) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Start session with")));
    }

    private static String visitLinkOfNextVisit(Visitor doctor) {
        doctor.page().locator("main a[href*='/appointments/']").first().click();
        return field(doctor.page(), "Visit link").inputValue();
    }

    private static LocatorAssertions.ContainsTextOptions patience() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    /** Zoom's id is in the join link that staff may send. */
    private static String zoomMeetingId(Visitor reception) {
        String link = field(reception.page(), "Zoom join link").inputValue();
        return link.replaceAll(".*/j/(\\d+).*", "$1");
    }

    private static Locator rowInZoom(Visitor zoom, String id) {
        return zoom.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Meetings"))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(id));
    }

    private static String startInZoom(Visitor zoom, String id) {
        return rowInZoom(zoom, id).getByRole(AriaRole.CELL).nth(1).innerText();
    }
}
