package org.housecall.marketplace.reviewer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.housecall.access.SealedAccounts;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.booking.PublicPages;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.SampleClinics;
import org.housecall.jobs.Jobs;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomApps;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets Zoom's reviewers in and out again, for the app of the current clinic, or of the installation where no clinic is set. What they
 * come into is a sealed clinic of made-up data; it is kept when they leave, and opened again for the next review.
 */
@Service
public class ReviewerDesk {

    private final ReviewerAccesses accesses;
    private final SampleClinics samples;
    private final SampleFurniture furniture;
    private final SampleVisits visits;
    private final SealedAccounts accounts;
    private final Clinics clinics;
    private final ZoomApps apps;
    private final PublicPages pages;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReviewerDesk(
            ReviewerAccesses accesses,
            SampleClinics samples,
            SampleFurniture furniture,
            SampleVisits visits,
            SealedAccounts accounts,
            Clinics clinics,
            ZoomApps apps,
            PublicPages pages,
            Jobs jobs,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.accesses = accesses;
        this.samples = samples;
        this.furniture = furniture;
        this.visits = visits;
        this.accounts = accounts;
        this.clinics = clinics;
        this.apps = apps;
        this.pages = pages;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<ReviewerAccess> access() {
        return accesses.find();
    }

    /** Opens the sample clinic, which is made where there is none yet. One that is open stays as it is. */
    public ReviewerAccess open() {
        UUID owner = CurrentClinic.idOrNone();
        if (!owner.equals(CurrentClinic.NONE)
                && apps.of(owner, ZoomApp.Kind.GENERAL).isEmpty()) {
            throw new Problem(HttpStatus.CONFLICT, "no-app-to-review");
        }
        UUID sampleId = inTransaction(
                () -> samples.findOrCreate(owner, pages.message("marketplace.reviewer.clinic"), zoneOf(owner)));
        Map<SamplePerson, UUID> people = CurrentClinic.in(sampleId, furniture::furnish);
        ReviewerAccess access = inTransaction(() -> {
            samples.alone(owner);
            return accesses.find().orElseGet(() -> {
                Instant now = clock.instant();
                ReviewerAccess opened = new ReviewerAccess(sampleId, newSignIns(sampleId, people), now, now);
                accesses.save(opened);
                audit.record(Action.REVIEWER_ACCESS_OPENED, sampleId);
                return opened;
            });
        });
        CurrentClinic.in(sampleId, () -> {
            visits.renew(access);
            return access;
        });
        return access;
    }

    private ZoneId zoneOf(UUID owner) {
        return clinics.find(owner).map(Clinic::timeZone).orElse(ZoneOffset.UTC);
    }

    private List<ReviewerAccess.SignIn> newSignIns(UUID sampleId, Map<SamplePerson, UUID> people) {
        Clinic sample = clinics.find(sampleId).orElseThrow();
        return Arrays.stream(SamplePerson.values())
                .map(person -> {
                    UUID accountId = Objects.requireNonNull(people.get(person));
                    return new ReviewerAccess.SignIn(
                            person,
                            accountId,
                            SampleClinics.address(person.mailbox(), sample),
                            accounts.open(accountId, person.role()));
                })
                .toList();
    }

    /** Makes the passwords anew: with those before nobody gets in, and sessions that were open end. */
    public void renewPasswords() {
        inTransaction(() -> {
            ReviewerAccess access = openedToChange();
            List<ReviewerAccess.SignIn> signIns = access.signIns().stream()
                    .map(before -> new ReviewerAccess.SignIn(
                            before.person(),
                            before.accountId(),
                            before.email(),
                            accounts.open(before.accountId(), before.person().role())))
                    .toList();
            accesses.save(new ReviewerAccess(access.sampleClinicId(), signIns, access.openedAt(), clock.instant()));
            audit.record(Action.REVIEWER_PASSWORDS_RENEWED, access.sampleClinicId());
            return access;
        });
    }

    /** Nobody gets in from the commit on, and nobody stays; what is left at Zoom is cleared away right after ({@link Withdrawal}). */
    public void withdraw() {
        inTransaction(() -> {
            ReviewerAccess access = openedToChange();
            access.signIns().forEach(signIn -> accounts.close(signIn.accountId()));
            accesses.delete();
            audit.record(Action.REVIEWER_ACCESS_WITHDRAWN, access.sampleClinicId());
            jobs.enqueueIn(access.sampleClinicId(), Withdrawal.KIND, access.sampleClinicId(), clock.millis());
            return access;
        });
    }

    private ReviewerAccess openedToChange() {
        samples.alone(CurrentClinic.idOrNone());
        return accesses.find().orElseThrow(Problem::notFound);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }
}
