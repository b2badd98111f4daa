package org.housecall.zoom;

import java.util.UUID;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.meetings.MeetingEvents;
import org.housecall.platform.CurrentClinic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells meetings that who can host has changed. */
@Component
class HostingChanges {

    private final ObjectProvider<MeetingEvents> meetings; // which in turn call us as their video provider
    private final Clinics clinics;

    HostingChanges(ObjectProvider<MeetingEvents> meetings, Clinics clinics) {
        this.meetings = meetings;
        this.clinics = clinics;
    }

    /** Joins the caller's transaction. */
    void ofAccount(UUID accountId) {
        meetings.getObject().hostingChanged(accountId);
    }

    /** For an owner of an app: a clinic, or the installation and with it every clinic, each in a transaction of its own. */
    void ofOwner(UUID owner) {
        if (!owner.equals(CurrentClinic.NONE)) {
            ofClinic(owner);
            return;
        }
        for (Clinic clinic : clinics.all()) {
            ofClinic(clinic.id());
        }
    }

    private void ofClinic(UUID clinicId) {
        CurrentClinic.<RuntimeException>inThrowing(
                clinicId, () -> meetings.getObject().hostingChanged());
    }
}
