package org.housecall.marketplace.readiness;

import org.housecall.marketplace.Documents;
import org.housecall.marketplace.Publisher;

/** The documents can be made, and name a company that stands behind them. */
final class DocumentsComplete implements ReadinessCheck {

    @Override
    public String id() {
        return "documents";
    }

    @Override
    public Outcome judge(Observed observed) {
        Publisher publisher = observed.listing().publisher();
        return publisher.company() == null || publisher.contactEmail() == null
                ? Outcome.red("nameless")
                : Outcome.green(
                        observed.documents().contains(Documents.Paper.SECURITY_TESTING_REPORT.file())
                                ? "reported"
                                : "made",
                        String.join(", ", observed.documents()),
                        observed.listing().owner());
    }
}
