package org.housecall.marketplace.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.access.SealedAccounts;
import org.housecall.marketplace.readiness.ReadinessWatch;
import org.housecall.marketplace.reviewer.ReleaseNotes;
import org.housecall.marketplace.reviewer.ReviewerAccess;
import org.housecall.marketplace.reviewer.ReviewerDesk;
import org.housecall.marketplace.reviewer.ReviewerTrial;
import org.housecall.marketplace.reviewer.SamplePerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The access of Zoom's reviewers, for the app of a clinic, or of the installation where the route names no clinic. */
@RestController
@RequestMapping({"/api/v1/clinics/{clinicId}/marketplace/reviewer-access", "/api/v1/marketplace/reviewer-access"})
class ReviewerController {

    private final ReviewerDesk desk;
    private final ReviewerTrial trial;
    private final ReleaseNotes notes;
    private final SealedAccounts accounts;
    private final ReadinessWatch readiness;

    ReviewerController(
            ReviewerDesk desk,
            ReviewerTrial trial,
            ReleaseNotes notes,
            SealedAccounts accounts,
            ReadinessWatch readiness) {
        this.desk = desk;
        this.trial = trial;
        this.notes = notes;
        this.accounts = accounts;
        this.readiness = readiness;
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping
    ReviewerAccessView show() {
        Optional<ReviewerAccess> access = desk.access();
        return new ReviewerAccessView(
                trial.run(),
                access.map(ReviewerAccess::sampleClinicId).orElse(null),
                access.map(ReviewerAccess::openedAt).orElse(null),
                access.map(ReviewerAccess::passwordsAt).orElse(null),
                access.map(ReviewerAccess::signIns).orElse(List.of()).stream()
                        .map(this::person)
                        .toList());
    }

    private ReviewerAccessView.SampleSignIn person(ReviewerAccess.SignIn signIn) {
        return new ReviewerAccessView.SampleSignIn(
                signIn.person(),
                signIn.email(),
                accounts.lastSignIn(signIn.accountId()).orElse(null));
    }

    /** Lets reviewers in; where they are let in already, nothing changes. */
    @Requires(Permission.MANAGE_MARKETPLACE)
    @PostMapping
    ReviewerAccessView open() {
        desk.open();
        readiness.somethingChanged();
        return show();
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @PostMapping("/passwords")
    ReviewerAccessView renewPasswords() {
        desk.renewPasswords();
        readiness.somethingChanged();
        return show();
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw() {
        desk.withdraw();
        readiness.somethingChanged();
    }

    @Requires(Permission.MANAGE_MARKETPLACE)
    @GetMapping("/release-notes")
    ResponseEntity<ReleaseNotesView> releaseNotes() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ReleaseNotesView(notes.read()));
    }

    /**
     * What there is of the access, and whether it works.
     *
     * @param sampleClinicId null where nobody is let in
     */
    record ReviewerAccessView(
            ReviewerTrial.WayIn state,
            @Nullable UUID sampleClinicId,
            @Nullable Instant openedAt,
            @Nullable Instant passwordsAt,
            List<SampleSignIn> people) {

        /** Who is let in, and when they last signed in. */
        record SampleSignIn(
                SamplePerson person, String email, @Nullable Instant lastSignedInAt) {}
    }

    /** To be pasted. Holds passwords. */
    record ReleaseNotesView(String text) {
        @Override
        public String toString() {
            return "ReleaseNotesView[…]";
        }
    }
}
