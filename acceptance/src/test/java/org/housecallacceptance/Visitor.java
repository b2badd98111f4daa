package org.housecallacceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person at one browser. What goes wrong behind the page is noticed when the visit ends. */
final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** A week of free times is a long way: a quarter of an hour each, the longest just after midnight. */
    private static final int MOST_TABS = 1000;

    private final BrowserContext context;
    private final Page page;
    private final Installation place;
    private final List<String> errors = new ArrayList<>();

    Visitor(Browser browser, Installation place) {
        this.place = place;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 860)
                .setTimezoneId(place.zone().getId())
                .setReducedMotion(ReducedMotion.REDUCE));
        context.onPage(opened -> {
            opened.onConsoleMessage(message -> {
                // Asking who is signed in is answered 401 where nobody is; browsers report that on their own.
                if (message.type().equals("error") && !message.text().contains("401")) {
                    errors.add(message.text());
                }
            });
            opened.onPageError(errors::add);
        });
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    Visitor signIn(String email) {
        page.navigate(place.clinic());
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("E-mail address"))
                .first()
                .fill(email);
        page.getByLabel("Password").first().fill(place.password());
        press("Sign in");
        assertThat(button("Sign out")).isVisible();
        return this;
    }

    /** A refusal that the journey is about: browsers report its status on their own. */
    void expects(String status) {
        assertThat(errors).as("What the browser complained of").anyMatch(error -> error.contains(status));
        errors.removeIf(error -> error.contains(status));
    }

    /** A browser that has never been here. */
    void takeAnotherDevice() {
        context.clearCookies();
    }

    /** Presses the one button of exactly this name. */
    void press(String name) {
        button(name).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Takes a link of the main navigation. */
    void open(String name) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    /** Presses what opens another tab, and goes on there. */
    Page inNewTab(Runnable pressing) {
        return context.waitForPage(pressing);
    }

    /** Presses Tab until what has the focus is so named. */
    void tabTo(String name) {
        Pattern named = Pattern.compile(name, Pattern.DOTALL);
        for (int presses = 0; presses < MOST_TABS; presses++) {
            page.keyboard().press("Tab");
            // Past the last one nothing has the focus, and the page itself, with all its text, would have any name.
            Object focused =
                    page.evaluate("(it => it === document.body ? '' : it.ariaLabel || it.labels?.[0]?.textContent"
                            + " || it.textContent)(document.activeElement)");
            if (named.matcher(String.valueOf(focused)).lookingAt()) {
                return;
            }
        }
        throw new AssertionError(name + " cannot be reached by keyboard");
    }

    /** Nothing is cut off at the side. */
    void fits(String name) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        look("9-phone-" + name);
        Object beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(beyond).as("Pixels beyond the side of %s", name).isEqualTo(0);
    }

    /** As {@link #look}, on a desk and on a phone, where nothing is cut off at the side. */
    void lookBothWays(String name) {
        look(name);
        page.setViewportSize(360, 740);
        comeToRest();
        look(name + "-phone");
        Object beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(beyond).as("Pixels beyond the side of %s", name).isEqualTo(0);
        page.setViewportSize(1280, 860);
    }

    /** What slides when the window changes has arrived. */
    private void comeToRest() {
        page.evaluate("""
                async () => {
                  await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                  const ending = document.getAnimations().filter(it => it.effect.getComputedTiming().endTime < Infinity);
                  await Promise.allSettled(ending.map(it => it.finished));
                }""");
    }

    /** Keeps a picture, and finds nothing that would keep a person out. */
    void look(String name) {
        look(page, name);
    }

    static void look(Page page, String name) {
        assertThat(page.getByText("Loading", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        List<String> violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .toList())
                        .toList();
        assertThat(violations).as("Accessibility of %s", name).isEmpty();
    }

    @Override
    public void close() {
        context.close();
        assertThat(errors).as("What the browser complained of").isEmpty();
    }
}
