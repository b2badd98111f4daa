package org.housecallacceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From an empty installation to everything that a submission to Zoom's Marketplace wants, along the guide. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishJourneyTests extends Journeys {

    private static final String COMPANY = "Harbour Street Health";

    private EmptyInstallation installation;
    private Visitor administrator;

    @BeforeAll
    void signInToNothing(@TempDir Path data) {
        installation = EmptyInstallation.start(data);
        administrator = new Visitor(browser, installation).signIn(EmptyInstallation.ADMINISTRATOR);
    }

    @AfterAll
    void endInstallation() {
        administrator.close();
        installation.close();
    }

    @Test
    @Order(1)
    void guideAsksFirstWhetherAReviewIsNeeded() {
        Page page = administrator.page();
        administrator.open("Zoom app for all");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Publish the app in the Zoom Marketplace"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Publishing guide");
        administrator.sees("Not answered yet.");
        administrator.lookBothWays("41-is-a-review-needed");
        page.getByLabel("No, some have Zoom accounts of their own").check();
        administrator.sees("A review is needed: go through all ten steps.");
        administrator.sees("Answered by");
    }

    @Test
    @Order(2)
    void publisherIsNamedOnEveryPage() {
        Page page = administrator.page();
        toScreen("Publisher");
        field(page, "Company").fill(COMPANY);
        field(page, "Contact e-mail address").fill("zoom@harbour-street.example");
        field(page, "Postal address").fill("Harbour Street 1\nDublin");
        page.getByLabel("Country").selectOption("IE");
        field(page, "When support is there").fill("Weekdays from 9 to 17, Dublin time");
        field(page, "First answer within").fill("One working day");
        administrator.press("Save");
        administrator.sees("Saved");
        administrator.lookBothWays("42-publisher");

        Page support =
                administrator.inNewTab(() -> page.evaluate("window.open('" + installation.clinic() + "/support')"));
        assertThat(support.getByText(COMPANY).first()).isVisible();
        assertThat(support.getByText("Weekdays from 9 to 17, Dublin time").first())
                .isVisible();
        Visitor.look(support, "42-support-page");
        support.close();
    }

    @Test
    @Order(3)
    void appIsStoredByTheGuidesWay() {
        Page page = administrator.page();
        toScreen("Publishing guide");
        Locator basics = openStep("Basic information");
        assertThat(basics).containsText(installation.clinic() + "/zoom/callback");
        administrator.look("43-basic-information");
        basics.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Zoom app"))
                .click();
        field(page, "Client ID").fill("sandboxGeneralApp00001");
        page.getByLabel("Client secret").first().fill("sandboxGeneralApp00001Secret");
        page.getByLabel("Secret token of the event subscription").fill("sandboxGeneralApp00001Hook");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .first()
                .click();
        administrator.sees("Saved");
        administrator.press("Test connection");
        administrator.sees("Zoom accepts these credentials");
        administrator.lookBothWays("43-app-stored");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Publish the app in the Zoom Marketplace"))
                .click();
        Locator again = openStep("Basic information");
        again.getByLabel("The production pair is stored here").click();
        assertThat(again).containsText("1 of 7 done");
    }

    @Test
    @Order(4)
    void textsAreTheProductsOwnOrOnes() {
        Page page = administrator.page();
        toScreen("Texts");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Change: Short description")))
                .click();
        Locator words = page.getByLabel("Words").first();
        words.fill("x".repeat(151));
        save("Short description");
        assertThat(page.getByText("150").first()).isVisible();
        words.fill("Video visits of {company}, each with its Zoom meeting.");
        save("Short description");
        administrator.sees("Video visits of " + COMPANY + ", each with its Zoom meeting.");
        administrator.sees("Written by");
        administrator.expects("422"); // the text that was too long
        administrator.lookBothWays("44-texts");
    }

    @Test
    @Order(5)
    void pagesAndPapersAreThere() {
        toScreen("Pages and papers");
        assertThat(administrator
                        .page()
                        .locator("a[href$='/documents/ssdlc-policy.pdf']")
                        .first())
                .isVisible();
        administrator.sees("No scan is written down.");
        administrator.lookBothWays("45-pages-and-papers");
    }

    @Test
    @Order(6)
    void reviewersAreLetIn() {
        toScreen("Reviewer access");
        administrator.lookBothWays("46-nobody-is-let-in");
        administrator.press("Let reviewers in");
        administrator.sees("Zoom is not connected yet");
        administrator.press("Show the release notes");
        assertThat(administrator.page().locator("textarea[readonly]").first())
                .hasValue(Pattern.compile("Sample doctor: [\\s\\S]*Sample patient: "));
        administrator.lookBothWays("46-reviewers-are-let-in");
    }

    @Test
    @Order(7)
    void readinessSaysWhatIsMissing() {
        toScreen("Readiness");
        administrator.sees("Nobody has looked yet");
        administrator.press("Check now");
        administrator.sees("Checked: ");
        administrator.sees("Red: wrong or missing"); // the address is not public
        administrator.lookBothWays("47-readiness");
    }

    @Test
    @Order(8)
    void packHoldsEverythingThatASubmissionWants(@TempDir Path folder) throws IOException {
        Page page = administrator.page();
        toScreen("Publishing guide");
        Locator submission = openStep("Submission");
        administrator.look("48-submission");
        Download download = page.waitForDownload(() -> submission
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Download the pack (ZIP)"))
                .click());
        Path file = folder.resolve("pack.zip");
        download.saveAs(file);
        try (ZipFile pack = new ZipFile(file.toFile())) {
            // What each is called, PackTests says; the instructions for the beta test wait for the publisher.
            assertThat(pack.size()).isEqualTo(29);
            assertThat(text(pack, "listing/beta-instructions.txt")).contains("zoom@harbour-street.example");
            assertThat(text(pack, "listing/short-description.txt")).startsWith("Video visits of " + COMPANY);
            assertThat(text(pack, "checklist.md")).contains(COMPANY, " checks are red,");
            assertThat(text(pack, "manifest.json")).contains("\"UNLISTED\"", COMPANY);
        }
    }

    private void toScreen(String name) {
        Page page = administrator.page();
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Publishing"))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Publishing"))
                        .locator("[aria-current=page]"))
                .hasText(name);
    }

    private Locator openStep(String title) {
        Locator step = administrator.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title));
        Locator head = step.getByRole(AriaRole.BUTTON).first();
        if ("false".equals(head.getAttribute("aria-expanded"))) {
            head.click();
        }
        return step;
    }

    private void save(String title) {
        administrator
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Save: " + title)))
                .click();
    }

    private static String text(ZipFile pack, String name) throws IOException {
        return new String(pack.getInputStream(pack.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
