package org.housecall.zoom;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.access.Accounts;
import org.housecall.access.Role;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.clinics.SampleClinics;
import org.housecall.jobs.Jobs;
import org.housecall.meetings.MeetingEvents;
import org.housecall.platform.CurrentClinic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells meetings that who can host has changed. Joins the caller's transaction. */
@Component
class HostingChanges {

    private final ObjectProvider<MeetingEvents> meetings; // which in turn call us as their video provider
    private final Clinics clinics;
    private final SampleClinics samples;
    private final Accounts accounts;
    private final Jobs jobs;
    private final Clock clock;

    HostingChanges(
            ObjectProvider<MeetingEvents> meetings,
            Clinics clinics,
            SampleClinics samples,
            Accounts accounts,
            Jobs jobs,
            Clock clock) {
        this.meetings = meetings;
        this.clinics = clinics;
        this.samples = samples;
        this.accounts = accounts;
        this.jobs = jobs;
        this.clock = clock;
    }

    void ofAccount(UUID accountId) {
        meetings.getObject().hostingChanged(accountId);
        accounts.clinicsOf(accountId, Role.DOCTOR).forEach(this::sharedIn);
    }

    /** For an owner of an app: a clinic with its sample clinic, or the installation and with it every clinic. */
    void ofOwner(UUID owner) {
        List<UUID> clinicIds = owner.equals(CurrentClinic.NONE)
                ? clinics.all().stream().map(Clinic::id).toList()
                : Stream.concat(Stream.of(owner), samples.of(owner).stream()).toList();
        clinicIds.forEach(meetings.getObject()::hostingChangedIn);
        clinicIds.forEach(this::sharedIn);
    }

    private void sharedIn(UUID clinicId) {
        SharedHostUpkeep.enqueue(jobs, clinicId, clock.millis());
    }
}
