package org.housecall.marketplace.readiness;

import java.util.List;
import org.housecall.marketplace.ListedPage;
import org.housecall.marketplace.Publisher;

/** Privacy policy, terms, support and help name who publishes the app and how to reach them, and leave nothing to fill in. */
final class PagesComplete implements ReadinessCheck {

    @Override
    public String id() {
        return "pages";
    }

    @Override
    public Outcome judge(Observed observed) {
        List<Publisher.Part> missing = observed.listing().publisher().missing();
        if (!missing.isEmpty()) {
            return Outcome.red("incomplete", missing);
        }
        return observed.blanks().isEmpty()
                ? Outcome.green(
                        "complete",
                        observed.listing().owner(),
                        observed.listing().url(ListedPage.PRIVACY))
                : Outcome.red("blanks", String.join("; ", observed.blanks()));
    }
}
