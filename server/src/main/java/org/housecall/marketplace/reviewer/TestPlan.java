package org.housecall.marketplace.reviewer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.ListedPage;
import org.housecall.marketplace.Listing;
import org.housecall.zoom.Scope;
import org.springframework.stereotype.Component;

/** The steps in which a reviewer tries the app, as a public page and as text. Nobody's sign-in is in it. */
@Component
public class TestPlan {

    /** Behind that of a clinic or the installation. */
    public static final String PATH = "/help/zoom/test-plan";

    private final PublicPages pages;

    TestPlan(PublicPages pages) {
        this.pages = pages;
    }

    /**
     * A step in words.
     *
     * @param scopes the scopes that it exercises, as Zoom names them
     */
    public record Step(TestStep id, String title, List<String> actions, String expectation, List<String> scopes) {}

    /** The steps that the scopes of the app allow, in order. */
    public List<Step> steps(Listing listing) {
        return Arrays.stream(TestStep.values())
                .filter(step -> listing.scopes().containsAll(step.scopes()))
                .map(step -> step(step, listing))
                .toList();
    }

    private Step step(TestStep step, Listing listing) {
        Object[] values = {listing.baseUrl(), listing.appName()};
        return new Step(
                step,
                pages.message(step.key() + ".title"),
                pages.message(step.key() + ".do", values).lines().toList(),
                pages.message(step.key() + ".expect", values),
                step.scopes().stream().map(Scope::id).toList());
    }

    /** As text to paste: the steps, numbered. */
    public String text(Listing listing) {
        return pages.message("marketplace.test-plan.title") + "\n\n" + stepsAsText(listing);
    }

    String stepsAsText(Listing listing) {
        List<Step> steps = steps(listing);
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            text.append(steps.indexOf(step) + 1)
                    .append(". ")
                    .append(step.title())
                    .append('\n');
            step.actions().forEach(action -> text.append("   - ").append(action).append('\n'));
            text.append("   ").append(expected(step)).append('\n');
            if (!step.scopes().isEmpty()) {
                text.append("   ").append(exercised(step)).append('\n');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String expected(Step step) {
        return pages.message("marketplace.test-plan.expected", step.expectation());
    }

    private String exercised(Step step) {
        return pages.message("marketplace.test-plan.scopes", String.join(", ", step.scopes()));
    }

    /** As this server shows it. */
    public String html(Listing listing) {
        List<PublicPages.Link> links = Arrays.stream(ListedPage.values())
                .map(it -> new PublicPages.Link(listing.path(it), pages.message("marketplace." + it.key() + ".title")))
                .toList();
        String path = (listing.clinic() == null ? "" : "/c/" + listing.clinic().slug()) + PATH;
        return pages.html(
                "marketplace/test-plan",
                new PublicPages.Frame(listing.owner(), "", path, links),
                Map.of("steps", steps(listing).stream().map(this::onPage).toList()));
    }

    private PageStep onPage(Step step) {
        return new PageStep(
                step.title(), step.actions(), expected(step), step.scopes().isEmpty() ? "" : exercised(step));
    }

    /** A step as its page shows it; the scopes are a sentence, or empty. */
    public record PageStep(String title, List<String> actions, String expected, String scopes) {}
}
