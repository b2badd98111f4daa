package org.housecallacceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The pictures that go into Zoom's gallery, of the sample clinic at work. Where a page shows an address of this machine, the picture
 * has one as a clinic's own server would show it.
 */
abstract class Gallery extends DemoJourneys {

    /** As the server's {@code Picture} has it. */
    static final int WIDTH = 1200;

    static final int HEIGHT = 780;

    /** How much larger a page is shown that is made for a telephone. */
    private static final double LARGER = 1.35;

    /** One that is longer than the picture is high: a little larger, so that its edge cuts through no line. */
    private static final double A_LITTLE_LARGER = 1.03;

    /** Takes all four, as {@code gallery-1.png} and so on. */
    void takeInto(Path directory) {
        try (Visitor doctor = visitor("Doctor on call");
                Visitor patient = new Visitor(browser, demo)) {
            connect(doctor, demo.beside("Doctor on call"));
            take(doctor.page(), directory, 4);
            doctor.open("Today");
            doctor.page().locator("main a[href*='/appointments/']").first().click();
            patient.page().navigate(field(doctor.page(), "Visit link").inputValue());
            patient.sees("You can join now");
            show(patient.page(), LARGER);
            take(patient.page(), directory, 3);
        }
        try (Visitor doctor = visitor("Doctor ")) {
            connect(doctor, demo.beside("Doctor "));
        }
        try (Visitor reception = visitor("Receptionist")) {
            reception.sees("Dr. Mei Tanaka");
            assertThat(reception.page().getByText("Waiting for Zoom")).hasCount(0);
            take(reception.page(), directory, 1);
            reception
                    .page()
                    .locator("main")
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText("Alma Reyes"))
                    .first()
                    .click();
            assertThat(field(reception.page(), "Visit link")).hasValue(Pattern.compile(".*/visit/.+"));
            reception.sees("The Zoom meeting is ready.");
            show(reception.page(), A_LITTLE_LARGER);
            take(reception.page(), directory, 2);
        }
    }

    /** The page is left and opened again: the message of having just connected is gone then. */
    private static void connect(Visitor doctor, String email) {
        doctor.open("My Zoom");
        doctor.press("Connect to Zoom");
        doctor.page().getByLabel(email).check();
        doctor.press("Allow");
        doctor.sees("Zoom is connected");
        doctor.open("Today");
        doctor.open("My Zoom");
        doctor.sees("Meetings can be made here as they should be.");
    }

    private static void show(Page page, double zoom) {
        page.evaluate("zoom => document.documentElement.style.zoom = zoom", zoom);
    }

    private void take(Page page, Path directory, int number) {
        page.setViewportSize(WIDTH, HEIGHT);
        assertThat(page.getByText("Loading", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        page.evaluate("document.fonts.ready");
        page.evaluate("document.activeElement.blur()");
        page.evaluate("""
                ([clinic, zoom]) => document.querySelectorAll('input').forEach(it => {
                  it.value = it.value.replace(clinic, 'https://visits.harbour-street.example').replace(zoom, 'https://zoom.us');
                })""", List.of(demo.clinic(), demo.zoom()));
        assertThat(String.valueOf(page.evaluate("""
                document.body.innerText + [...document.querySelectorAll('input')].map(it => it.value)"""))).doesNotContain("localhost");
        page.screenshot(new Page.ScreenshotOptions().setPath(directory.resolve("gallery-" + number + ".png")));
    }
}
