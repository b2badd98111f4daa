package org.housecall.visits;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.housecall.appointments.Appointment;
import org.housecall.appointments.Appointments;
import org.housecall.appointments.Delays;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.clinics.Clinic;
import org.housecall.clinics.Clinics;
import org.housecall.meetings.Meetings;
import org.housecall.meetings.PatientDoor;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The patient's side of an appointment: whoever has its visit link may see it and, in its time, join. */
@Service
public class Visits {

    private final VisitLinks links;
    private final Appointments appointments;
    private final Delays delays;
    private final Clinics clinics;
    private final Meetings meetings;
    private final PatientDoor door;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Visits(
            VisitLinks links,
            Appointments appointments,
            Delays delays,
            Clinics clinics,
            Meetings meetings,
            PatientDoor door,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.links = links;
        this.appointments = appointments;
        this.delays = delays;
        this.clinics = clinics;
        this.meetings = meetings;
        this.door = door;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a token opens; a problem that looks the same whether it is revoked or never was one. */
    public VisitLinks.Place place(String token) {
        return links.place(token).orElseThrow(Visits::noSuchLink);
    }

    public Visit show(String token) {
        return inClinicOf(token, appointment -> {
            audit.recordOnceAnHour(Action.VISIT_VIEWED, appointment.id());
            return visit(appointment);
        });
    }

    /** The way into the meeting; a problem says why there is none now. */
    public URI join(String token) {
        return inClinicOf(token, appointment -> {
            URI joinUrl = door.join(appointment);
            audit.record(Action.VISIT_JOINED, appointment.id());
            return joinUrl;
        });
    }

    private Visit visit(Appointment appointment) {
        Clinic clinic = clinics.current();
        PatientDoor.JoinWindow window = door.window(appointment);
        return new Visit(
                clinic.name(),
                appointment.doctorName(),
                appointment.publicServiceName(),
                appointment.mode(),
                appointment.start(),
                appointment.end(),
                clinic.timeZone(),
                appointment.status(),
                delays.of(List.of(appointment.id())).get(appointment.id()),
                clinic.contact(),
                meetings.find(appointment.id())
                        .map(meeting -> new Visit.VisitMeeting(meeting.status()))
                        .orElse(null),
                window.opens(),
                window.closes(),
                door.hindrance(appointment).isEmpty(),
                door.fallback(appointment).orElse(null),
                clock.instant());
    }

    private <T> T inClinicOf(String token, Function<Appointment, T> work) {
        VisitLinks.Place place = place(token);
        return CurrentClinic.in(
                place.clinicId(),
                () -> Objects.requireNonNull(transactions.execute(_ -> work.apply(find(place.appointmentId())))));
    }

    private Appointment find(UUID appointmentId) {
        return appointments.find(appointmentId).orElseThrow(Visits::noSuchLink);
    }

    private static Problem noSuchLink() {
        return new Problem(HttpStatus.NOT_FOUND, "visit-link-unknown");
    }
}
