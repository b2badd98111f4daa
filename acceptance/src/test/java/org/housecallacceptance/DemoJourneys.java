package org.housecallacceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;

/** A demo, besides the browser, for all journeys of a class. */
abstract class DemoJourneys extends Journeys {

    final RunningDemo demo = RunningDemo.start();

    @AfterAll
    void closeDemo() {
        demo.close();
    }

    Visitor visitor(String label) {
        return new Visitor(browser, demo).signIn(demo.beside(label));
    }

    /** The link to a page, in the latest mail to an address. */
    String linkMailedTo(Visitor reader, String address, String page) {
        reader.page().navigate(demo.mailbox());
        Locator letter = reader.page()
                .getByRole(AriaRole.ARTICLE)
                .filter(new Locator.FilterOptions().setHasText("to " + address + " at "))
                .filter(new Locator.FilterOptions().setHasText(page))
                .first();
        assertThat(letter).isVisible();
        return letter.getByRole(AriaRole.LINK).first().getAttribute("href");
    }
}
