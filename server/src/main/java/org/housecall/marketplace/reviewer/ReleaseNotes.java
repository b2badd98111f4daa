package org.housecall.marketplace.reviewer;

import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.Listings;
import org.housecall.platform.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes into the release notes of a submission: where to sign in, as whom, and the steps. The one place that shows the passwords. */
@Component
public class ReleaseNotes {

    private final ReviewerDesk desk;
    private final TestPlan plan;
    private final Listings listings;
    private final PublicPages pages;
    private final Audit audit;

    ReleaseNotes(ReviewerDesk desk, TestPlan plan, Listings listings, PublicPages pages, Audit audit) {
        this.desk = desk;
        this.plan = plan;
        this.listings = listings;
        this.pages = pages;
        this.audit = audit;
    }

    /** As text to paste; a problem where nobody is let in. Whoever reads it is in the audit trail. */
    @Transactional
    public String read() {
        ReviewerAccess access = desk.access().orElseThrow(Problem::notFound);
        Listing listing = listings.current();
        audit.record(Action.RELEASE_NOTES_VIEWED, access.sampleClinicId());
        StringBuilder text = new StringBuilder();
        text.append(pages.message("marketplace.release-notes.preface", listing.appName()))
                .append("\n\n")
                .append(pages.message("marketplace.release-notes.sign-in", listing.baseUrl() + "/sign-in"))
                .append('\n');
        for (ReviewerAccess.SignIn signIn : access.signIns()) {
            text.append(pages.message(
                            "marketplace.release-notes.account",
                            pages.message(signIn.person().nameKey()),
                            signIn.email(),
                            signIn.password()))
                    .append('\n');
        }
        return text.append('\n').append(plan.stepsAsText(listing)).toString();
    }
}
