package org.housecallacceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a clinic does all week, besides the single visit: every screen is looked at on a desk and on a phone, with its dialogs open. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FrontDeskJourneyTests extends DemoJourneys {

    private static final String OKAFOR = "Dr. Jonas Okafor";
    private static final String MARCHETTI = "Dr. Ines Marchetti";
    private static final Pattern FREE_TIME = Pattern.compile(".+, \\d{1,2}:\\d\\d.*");

    private String firstOfSeries = "";

    @Test
    @Order(1)
    void receptionistRepeatsAVisitAndSeesWhatStandsInItsWay() {
        try (Visitor reception = visitor("Receptionist")) {
            Page page = reception.page();
            bookLastTime(reception, OKAFOR, "Elif Aydin", 1);
            bookLastTime(reception, OKAFOR, "Dana Novak", 0);
            Locator dialog = page.getByRole(AriaRole.DIALOG);

            reception.press("Repeat");
            reception.tabTo("How many visits in all");
            page.keyboard().press("ControlOrMeta+a");
            page.keyboard().type("4");
            reception.tabTo("Show the dates");
            page.keyboard().press("Enter");
            assertThat(dialog.getByText("Taken", exactly())).hasCount(1);
            assertThat(dialog.getByText("Free", exactly())).hasCount(2);
            reception.lookBothWays("21-repeat");
            dialog.getByLabel("Ends").selectOption("on a date");
            dialog.getByLabel("Last date").fill(demo.today().plusDays(30).toString());
            reception.press("Show the dates");
            Locator instead = dialog.getByLabel(Pattern.compile("^Time on "));
            instead.selectOption(new SelectOption().setIndex(1));
            reception.lookBothWays("21-until");
            dialog.getByRole(AriaRole.BUTTON, named("^Book \\d visits$")).click();
            assertThat(dialog).hasCount(0);
            reception.sees("Part of a series");
            reception.lookBothWays("21-part-of-a-series");
            firstOfSeries = page.url();
        }
    }

    @Test
    @Order(2)
    void receptionistChangesOneOfASeriesAndThenAllThatFollow() {
        try (Visitor reception = visitor("Receptionist")) {
            Page page = reception.page();
            page.navigate(firstOfSeries);
            reception.sees("Part of a series");
            Locator dialog = page.getByRole(AriaRole.DIALOG);

            reception.press("Reschedule");
            dialog.getByRole(AriaRole.BUTTON, named(FREE_TIME.pattern())).last().click();
            reception.press("Move the appointment");
            assertThat(dialog).hasCount(0);
            reception.sees("Part of a series");

            reception.press("Move the following too");
            Locator start = dialog.getByLabel("New date and time of this visit");
            LocalDateTime before = LocalDateTime.parse(start.inputValue());
            start.fill(before.minusMinutes(60).toString());
            reception.press("Show the dates");
            assertThat(dialog.getByRole(AriaRole.LISTITEM).first()).isVisible();
            reception.lookBothWays("22-move-the-following");
            Locator move = dialog.getByRole(AriaRole.BUTTON, named("^Move \\d visits?$"));
            move.click();
            assertThat(dialog).hasCount(0);

            reception.press("Cancel the following too");
            reception.lookBothWays("22-cancel-the-following");
            reception.press("Cancel them");
            assertThat(dialog).hasCount(0);
            reception.sees("Cancelled");
            assertThat(page).hasURL(firstOfSeries);
        }
    }

    @Test
    @Order(3)
    void freedTimeGoesToWhoeverWaitsForIt() {
        try (Visitor reception = visitor("Receptionist");
                Visitor mailbox = new Visitor(browser, demo)) {
            Page page = reception.page();
            reception.open("Waiting list");
            reception.sees("Nobody waits");
            reception.press("Put on the waiting list");
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            page.keyboard().type("Farid"); // the field has the focus
            Locator patient = dialog.getByLabel("Patient").last(); // the first finds one
            patient.selectOption(dialog.locator("option", new Locator.LocatorOptions().setHasText("Farid Rahimi"))
                    .textContent());
            dialog.getByLabel("Service").selectOption("Follow-up video");
            dialog.getByLabel("Doctor").selectOption(OKAFOR);
            reception.lookBothWays("23-join");
            reception.press("Add");
            assertThat(dialog).hasCount(0);
            reception.sees("Farid Rahimi");
            reception.lookBothWays("23-waiting");

            bookLastTime(reception, OKAFOR, "Bastian Holm", 0);
            reception.press("Cancel appointment");
            reception.press("Cancel the appointment");
            reception.sees("There is no meeting any more.");
            reception.open("Waiting list");
            Locator accept = page.getByRole(AriaRole.BUTTON, pageNamed("^Book .+ for Farid Rahimi$"));
            assertThat(accept.first()).isVisible();
            reception.lookBothWays("23-offered");
            mailbox.page().navigate(demo.mailbox());
            mailbox.sees("A time has become free");
            accept.first().click();
            reception.sees("Has a visit");
            reception.lookBothWays("23-accepted");
        }
    }

    @Test
    @Order(4)
    void doctorWritesANoteAndBooksTheFollowUpInTwoClicks() {
        try (Visitor doctor = visitor("Doctor on call")) {
            Page page = doctor.page();
            page.locator("main a[href*='/appointments/']").first().click();
            page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("Sleeps better; less tea.");
            doctor.press("Save the note");
            doctor.sees("Saved");
            doctor.press("In 2 weeks");
            assertThat(doctor.button("Book this time")).isVisible();
            doctor.lookBothWays("24-note-and-proposal");
            doctor.press("Book this time");
            doctor.sees("Booked:");
            doctor.look("24-booked");
            page.reload();
            assertThat(page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("Sleeps better; less tea.");
        }
    }

    @Test
    @Order(5)
    void receptionistAddsAPatientWhoIsThereAlreadyAndMergesTheTwo() {
        try (Visitor reception = visitor("Receptionist")) {
            Page page = reception.page();
            addAllTheSame(reception, "Elif Aydinn", "elif.aydin@example.com", "25-similar");
            addAllTheSame(reception, "Bastian Holmm", "bastian.holm@example.com", null);

            reception.open("Patients");
            reception.press("Find duplicates");
            Locator notTheSame = page.getByRole(AriaRole.BUTTON, pageNamed("Elif.+ not the same person"));
            assertThat(notTheSame).isVisible();
            reception.lookBothWays("25-duplicates");
            reception.tabTo("Elif.+ not the same person");
            page.keyboard().press("Enter");
            reception.sees("are kept apart");
            assertThat(notTheSame).hasCount(0);
            reception.lookBothWays("25-kept-apart");
            reception.press("Undo");
            assertThat(notTheSame).isVisible();
            notTheSame.click();
            assertThat(notTheSame).hasCount(0);

            page.getByRole(AriaRole.BUTTON, pageNamed("^Compare .*Holm")).click();
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            reception.lookBothWays("25-merge");
            reception.press("Merge the records");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            reception.sees("No likely duplicates");
        }
    }

    @Test
    @Order(6)
    void receptionistReplacesTheLinksThatWentToAnOldAddress() {
        try (Visitor reception = visitor("Receptionist");
                Visitor patient = new Visitor(browser, demo)) {
            Page page = reception.page();
            openPatient(reception, "Chidi Eze");
            String record = page.url();
            page.locator("main a[href*='/appointments/']").first().click();
            String link = field(page, "Visit link").inputValue();
            page.navigate(record);

            reception.press("Edit");
            field(page, "E-mail address").fill("chidi@example.net");
            reception.lookBothWays("26-edit");
            reception.press("Save");
            reception.sees("Make new visit links?");
            reception.lookBothWays("26-new-links");
            reception.press("Make new links");
            reception.sees("1 visit has a new link. It was mailed to chidi@example.net.");
            reception.look("26-mailed");

            String old = link.replace("/visit/", "/api/v1/visits/");
            assertThat(patient.page().request().get(old).status()).isEqualTo(404);
            patient.page().navigate(linkMailedTo(patient, "chidi@example.net", "/visit/"));
            assertThat(patient.page().getByRole(AriaRole.HEADING, level(1))).hasText("Your visit");
        }
    }

    @Test
    @Order(7)
    void clinicAdminImportsPatientsAndTakesThemBack() {
        try (Visitor admin = visitor("Clinic admin")) {
            Page page = admin.page();
            admin.open("Patients");
            admin.press("Import");
            admin.sees("Nothing was imported yet.");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("patients.csv", "text/csv", """
                                    Name,Date of birth,E-mail,Phone
                                    Greta Vogt,1971-02-28,greta.vogt@example.com,
                                    Hugo Blanc,31.02.1980,hugo.blanc@example.com,
                                    ,1990-01-01,nobody@example.com,
                                    Ines Ferro,1985-05-05,,+351 210 000 111
                                    Dana Novak,,dana.novak@example.com,
                                    """.getBytes(StandardCharsets.UTF_8)));
            admin.sees("Rows that cannot be imported");
            admin.sees("Line 3, Date of birth:");
            admin.sees("Line 4,");
            admin.sees("Dana Novak may be Dana Novak");
            admin.sees("Nothing has been written yet.");
            admin.lookBothWays("27-dry-run");
            admin.press("Import 2 patients");
            admin.sees("2 patients were imported");
            admin.lookBothWays("27-imported");

            admin.press("Take back the import of patients.csv");
            admin.lookBothWays("27-take-back");
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, named("^Take back$"))
                    .click();
            admin.sees("taken back");
            admin.open("Patients");
            admin.sees("Dana Novak");
            assertThat(page.getByText("Greta Vogt")).hasCount(0);
        }
    }

    @Test
    @Order(8)
    void clinicAdminSetsTheClinicUpAndSeesWhichVisitsAHolidayHits() {
        try (Visitor admin = visitor("Clinic admin")) {
            Page page = admin.page();
            admin.open("Clinic");
            field(page, "Phone").first().fill("+49 30 555 0100");
            admin.press("Save profile");
            admin.sees("Saved");
            page.getByLabel("Most visits a day").fill("20");
            admin.press("Save booking rules");
            assertThat(page.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(2);
            admin.lookBothWays("28-clinic");

            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(false))
                    .last()
                    .fill("Harbour festival");
            page.getByLabel("First date").fill(nextWorkday(1).toString());
            admin.press("Add holiday");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("would be outside the hours");
            admin.lookBothWays("28-holiday-hits");
            admin.press("Save and leave them");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            assertThat(admin.button("Remove Harbour festival")).isVisible();
            admin.press("Remove Harbour festival");
            admin.sees("No holidays ahead.");
        }
    }

    @Test
    @Order(9)
    void clinicAdminRenamesAServiceForPatientsAndChangesHours() {
        try (Visitor admin = visitor("Clinic admin");
                Visitor patient = new Visitor(browser, demo)) {
            Page page = admin.page();
            admin.open("Services");
            admin.press("Edit In-person check");
            page.getByLabel("Name for patients").fill("Check-up at the clinic");
            admin.lookBothWays("29-service");
            admin.press("Save service");
            admin.sees("Patients read: Check-up at the clinic");
            admin.lookBothWays("29-services");
            patient.page().navigate(demo.clinic() + "/book/harbour-street");
            patient.sees("Check-up at the clinic");
            assertThat(patient.page().getByText("In-person check")).hasCount(0);
            patient.lookBothWays("29-booking-page");

            admin.open("Availability");
            page.getByLabel("Doctor").selectOption(OKAFOR);
            String day = nextWorkday(1).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            Locator hours = page.getByRole(AriaRole.BUTTON, pageNamed("^Remove " + day + ", 08:00"));
            assertThat(hours).isVisible();
            admin.lookBothWays("29-hours");
            hours.click();
            admin.press("Save availability");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("would be outside the hours");
            admin.lookBothWays("29-hours-hit");
            admin.press("Go on editing");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
    }

    @Test
    @Order(10)
    void doctorIsAwayAndNothingIsSentBeforeItIsConfirmed() {
        try (Visitor reception = visitor("Receptionist");
                Visitor mailbox = new Visitor(browser, demo)) {
            Page page = reception.page();
            reception.press("Doctor away");
            page.getByLabel("Doctor", new Page.GetByLabelOptions().setExact(true))
                    .selectOption(MARCHETTI);
            page.getByLabel("First day").fill(demo.today().plusDays(1).toString());
            page.getByLabel("Last day").fill(demo.today().plusDays(6).toString());
            reception.press("Show the visits");
            assertThat(page.getByRole(AriaRole.HEADING, pageNamed("visits? to see to")))
                    .isVisible();
            Locator choices = page.locator("main table select");
            choices.first().selectOption("Cancel");
            reception.press("Move the rest to next free");
            page.getByLabel("Why visits are cancelled").fill("The doctor is ill");
            reception.lookBothWays("30-away");
            reception.press("Preview the messages");
            reception.sees("Nothing has been changed or sent yet.");
            reception.sees("was cancelled: The doctor is ill");
            reception.lookBothWays("30-preview");
            assertThat(letters(mailbox, "was cancelled: The doctor is ill")).hasCount(0);

            reception.press("Confirm and send");
            reception.sees("What happened");
            reception.lookBothWays("30-happened");
            assertThat(letters(mailbox, "was cancelled: The doctor is ill").first())
                    .isVisible();
        }
    }

    @Test
    @Order(11)
    void doctorRunsLateAndThoseWhoComeLaterAreTold() {
        try (Visitor doctor = visitor("Doctor on call");
                Visitor mailbox = new Visitor(browser, demo)) {
            Page page = doctor.page();
            doctor.press("Running late");
            page.getByLabel("20 minutes").check();
            Locator tell = page.getByRole(AriaRole.BUTTON, pageNamed("^Tell \\d+ patients?$"));
            assertThat(tell).isVisible();
            doctor.lookBothWays("31-late");
            assertThat(letters(mailbox, "about 20 minutes late")).hasCount(0);
            tell.focus();
            page.keyboard().press("Enter");
            doctor.sees("told by mail");
            doctor.lookBothWays("31-told");
            mailbox.page().navigate(demo.mailbox());
            mailbox.sees("Your visit begins about 20 minutes late");
            doctor.press("On time again");
            assertThat(doctor.button("On time again")).hasCount(0);
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
    }

    /** A follow-up video at the last time of a week, counted from today. */
    private static void bookLastTime(Visitor visitor, String doctor, String patient, int weeksAhead) {
        Page page = visitor.page();
        visitor.open("Book a visit");
        page.getByRole(AriaRole.RADIO, pageNamed("^Follow-up video")).click();
        page.getByLabel("Doctor").selectOption(doctor);
        Locator times = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(FREE_TIME));
        assertThat(times.first()).isVisible();
        for (int week = 0; week < weeksAhead; week++) {
            page.waitForResponse(Pattern.compile(".*/slots\\?.*"), () -> visitor.press("Later"));
            visitor.sees("Nothing free"); // on a weekend
        }
        times.last().click();
        page.getByRole(AriaRole.BUTTON, pageNamed("^" + patient)).click();
        visitor.press("Book the visit");
        page.waitForURL(Pattern.compile(".*/appointments/[0-9a-f-]{36}"));
        assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Appointment");
    }

    private static void openPatient(Visitor visitor, String name) {
        visitor.open("Patients");
        visitor.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        assertThat(visitor.page().getByRole(AriaRole.HEADING, level(1))).hasText(name);
    }

    /** Who looks at the similar records and says that it is somebody else. */
    private static void addAllTheSame(Visitor visitor, String name, String email, @Nullable String picture) {
        visitor.open("Patients");
        visitor.press("New patient");
        field(visitor.page(), "Name").fill(name);
        field(visitor.page(), "E-mail address").fill(email);
        visitor.press("Add patient");
        visitor.sees("Is it one of these?");
        if (picture != null) {
            visitor.lookBothWays(picture);
        }
        visitor.press("No, add a new patient");
        assertThat(visitor.page().getByRole(AriaRole.HEADING, level(1))).hasText(name);
    }

    /** Those with these words: others arrive meanwhile, of what was done before. */
    private Locator letters(Visitor mailbox, String words) {
        mailbox.page().navigate(demo.mailbox());
        return mailbox.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(words));
    }

    private LocalDate nextWorkday(int daysAhead) {
        LocalDate day = demo.today().plusDays(daysAhead);
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? nextWorkday(daysAhead + 1) : day;
    }

    private static Locator.GetByRoleOptions named(String pattern) {
        return new Locator.GetByRoleOptions().setName(Pattern.compile(pattern));
    }

    private static Page.GetByRoleOptions pageNamed(String pattern) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
