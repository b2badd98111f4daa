package org.housecall.visits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.housecall.access.Viewer;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointment.Status;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.Appointments.Criteria;
import org.housecall.clinics.Patient;
import org.housecall.clinics.Patients;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws what was sent to an address that is no longer the patient's, and sends new links to the one that is. */
@Component
public class LinkRenewal {

    private static final int MOST = 200;
    private static final Duration LONGEST_VISIT = Duration.ofDays(1);

    private final Appointments appointments;
    private final Patients patients;
    private final VisitLinks links;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LinkRenewal(
            Appointments appointments,
            Patients patients,
            VisitLinks links,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.patients = patients;
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    /** Of the patient's visits that are not over, those whose link was given out get another one. */
    @Transactional
    public Renewal renew(Viewer viewer, UUID patientId) {
        Patient patient = patients.visibleTo(viewer, patientId).orElseThrow(Problem::notFound);
        List<Appointment> renewed = ahead(viewer, patientId).stream()
                .filter(visit -> links.revoke(visit.id()))
                .toList();
        if (!renewed.isEmpty()) {
            events.publishEvent(new Renewed(patient, renewed));
        }
        return new Renewal(renewed.size(), patient.mailAddress());
    }

    private List<Appointment> ahead(Viewer viewer, UUID patientId) {
        Instant now = clock.instant();
        Criteria ofPatient = new Criteria(
                now.minus(LONGEST_VISIT),
                null,
                Set.of(),
                patientId,
                Set.of(Status.BOOKED, Status.CHECKED_IN, Status.IN_PROGRESS),
                null,
                null,
                null,
                null,
                MOST);
        return appointments.search(viewer, ofPatient).stream()
                .filter(visit -> visit.end().isAfter(now))
                .toList();
    }

    /** The patient's visits have other links than before. */
    public record Renewed(Patient patient, List<Appointment> visits) {}

    /**
     * What came of it.
     *
     * @param email where the new links are mailed to; null: somebody has to pass them on
     */
    public record Renewal(int links, @Nullable String email) {}
}
