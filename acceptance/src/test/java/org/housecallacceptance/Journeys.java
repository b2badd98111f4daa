package org.housecallacceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A browser for all journeys of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Journeys {

    private static final String CHROMIUM = "/usr/bin/chromium";
    /** Only against a hang: what is waited for comes by itself, without a reload. */
    static final double PATIENCE_MILLIS = 60_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(CHROMIUM))
                    .setChromiumSandbox(false)
                    .setArgs(List.of(
                            "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync")));

    @BeforeAll
    void bePatient() {
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
        playwright.close();
    }

    /** Requests of no browser, such as what is done at Zoom's own end. */
    APIRequestContext newRequests(String baseUrl) {
        return playwright.request().newContext(new APIRequest.NewContextOptions().setBaseURL(baseUrl));
    }

    /** The last one shown is on a later day, so that nothing about it depends on the hour of the test. */
    static void chooseLastFreeTime(Visitor visitor, String service, String doctor) {
        Page page = visitor.page();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^" + service)))
                .click();
        page.getByLabel("Doctor").selectOption(doctor);
        Locator times = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(".+, \\d{1,2}:\\d\\d.*")));
        assertThat(times.first()).isVisible();
        times.last().click();
    }

    static Locator field(Page page, String label) {
        return page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + label + "( \\*)?$")))
                .first();
    }

    static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }
}
